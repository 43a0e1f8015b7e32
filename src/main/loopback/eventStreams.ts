import type { ServerResponse } from 'node:http';
import type { StetEvent } from '../../core/rpc/events';

/** A window that has not taken this much (bytes) is not listening any more; it opens a new stream and fetches everything again. */
const MAX_BACKLOG = 1_000_000;

export interface EventStreamsOptions {
  heartbeatMs: number;
  /** How long a window may be without its stream, as in a reload, before it counts as closed. */
  graceMs: number;
  /** There were windows, and now there has been none for `graceMs`. */
  onNoWindow(): void;
}

/** The open windows' event streams: lines of JSON, numbered from 1 in each, with empty lines as a sign of life. */
export class EventStreams {
  readonly #streams = new Map<ServerResponse, number>();
  readonly #options: EventStreamsOptions;
  readonly #heartbeat: NodeJS.Timeout;
  #grace: NodeJS.Timeout | undefined;
  #lastGone = -Infinity;

  constructor(options: EventStreamsOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => {
      for (const stream of this.#streams.keys()) this.#write(stream, '\n');
    }, options.heartbeatMs);
    this.#heartbeat.unref();
  }

  get open(): number {
    return this.#streams.size;
  }

  /** When a window was last seen to go, by `performance.now()`. */
  get lastGone(): number {
    return this.#lastGone;
  }

  /** Turns an admitted request's answer into a stream. */
  add(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
    clearTimeout(this.#grace);
    this.#streams.set(response, 0);
    response.once('close', () => this.#gone(response));
    response.writeHead(200, { ...headers, 'Content-Type': 'application/x-ndjson' });
    this.#write(response, '\n'); // the window learns at once that it is heard
  }

  send(event: StetEvent): void {
    for (const [stream, last] of this.#streams) {
      this.#streams.set(stream, last + 1);
      this.#write(stream, `${JSON.stringify({ ...event, sequence: last + 1 })}\n`);
    }
  }

  /** Ends every stream; nobody is told of windows any more. */
  close(): void {
    clearInterval(this.#heartbeat);
    clearTimeout(this.#grace);
    for (const stream of this.#streams.keys()) stream.end();
    this.#streams.clear();
  }

  #write(stream: ServerResponse, line: string): void {
    stream.write(line);
    if (stream.writableLength > MAX_BACKLOG) stream.destroy();
  }

  #gone(stream: ServerResponse): void {
    if (!this.#streams.delete(stream)) return;
    this.#lastGone = performance.now();
    if (this.open > 0) return;
    this.#grace = setTimeout(this.#options.onNoWindow, this.#options.graceMs);
  }
}
