import { StetError } from '../../core/errors';
import type { Held } from '../../core/rpc/closing';
import type { NumberedEvent } from '../../core/rpc/events';
import { ASSETS_PATH, EVENTS_PATH, RPC_PATH, TOKEN_HEADER, TOKEN_KEY } from '../../core/rpc/loopback';
import type { Answer, Transport } from '../../core/rpc/transport';
import type { Connection, LinkState } from './connection';
import { chunksOf, linesOf } from './lines';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** A browser carries at most 64 KiB on behalf of closing pages, over all their calls (Fetch, "keepalive"). */
const MOST_WHEN_LEAVING = 65_536;
/** The host sends a blank line every few seconds; this long without one means that the link is dead. */
const SILENCE_MS = 45_000;

const gone = (cause: unknown) =>
  new StetError('host/gone', 'Stet’s other half has stopped. Your text is still in this window.', {}, { cause });

/** The link to a host on 127.0.0.1: calls by POST, events by a streamed answer that is opened again whenever it ends. */
export class LoopbackConnection implements Connection, Transport {
  readonly transport: Transport = this;
  readonly hasNativeMenu = false;
  readonly #headers: Record<string, string>;
  readonly #watchers = new Set<(state: LinkState) => void>();
  #state: LinkState = 'live';
  #leaving = false;
  /** Bytes that the browser carries for this page. */
  #carried = 0;

  constructor(token: string | null = sessionStorage.getItem(TOKEN_KEY)) {
    window.addEventListener('pagehide', () => (this.#leaving = true), { capture: true });
    window.addEventListener('pageshow', () => (this.#leaving = false), { capture: true });
    this.#headers = { 'Content-Type': 'application/json', [TOKEN_HEADER]: token ?? '' };
  }

  async call(name: string, input: unknown): Promise<Answer> {
    const body = JSON.stringify({ name, input });
    // Counted only for what may be carried: the bytes of a large document take as long to make as it takes to send them.
    const size = this.#leaving && body.length <= MOST_WHEN_LEAVING ? new TextEncoder().encode(body).length : Infinity;
    const keepalive = this.#carried + size <= MOST_WHEN_LEAVING;
    if (keepalive) this.#carried += size;
    try {
      const response = await fetch(RPC_PATH, { method: 'POST', headers: this.#headers, body, keepalive });
      const answer = (await response.json()) as Answer;
      this.#set('live');
      return answer;
    } catch (cause) {
      this.#set('gone');
      throw gone(cause);
    } finally {
      if (keepalive) this.#carried -= size;
    }
  }

  async putPicture(body: Uint8Array<ArrayBuffer>): Promise<Answer> {
    try {
      const headers = { ...this.#headers, 'Content-Type': 'application/octet-stream' };
      const response = await fetch(ASSETS_PATH, { method: 'POST', headers, body });
      const answer = (await response.json()) as Answer;
      this.#set('live');
      return answer;
    } catch (cause) {
      this.#set('gone');
      throw gone(cause);
    }
  }

  listen(listener: (event: NumberedEvent) => void): () => void {
    const stop = new AbortController();
    void this.#keepListening(listener, stop.signal);
    return () => stop.abort();
  }

  watch(listener: (state: LinkState) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  onCommand(): () => void {
    return () => undefined; // no menu outside the window
  }

  onClosing(flush: () => Promise<Held>): void {
    window.addEventListener('pagehide', () => void flush());
  }

  async #keepListening(listener: (event: NumberedEvent) => void, stop: AbortSignal): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !stop.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const opened = await this.#listenOnce(listener, stop);
      if (stop.aborted) return;
      if (opened) wait = FIRST_WAIT_MS;
      this.#set('gone');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  /** True when the stream had been opened before it ended. */
  async #listenOnce(listener: (event: NumberedEvent) => void, stop: AbortSignal): Promise<boolean> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    let opened = false;
    try {
      const signal = AbortSignal.any([stop, silence.signal]);
      const response = await fetch(EVENTS_PATH, { method: 'POST', headers: this.#headers, body: '{}', signal });
      if (!response.ok || !response.body) return false;
      opened = true;
      this.#set('live');
      for await (const line of linesOf(chunksOf(response.body))) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE_MS);
        if (line.trim() !== '') listener(JSON.parse(line) as NumberedEvent);
      }
      return true;
    } catch {
      return opened; // the host went away, or was silent too long: the caller tries again and says so
    } finally {
      clearTimeout(timer);
    }
  }

  #set(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}
