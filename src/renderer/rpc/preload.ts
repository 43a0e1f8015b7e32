import { StetError } from '../../core/errors';
import type { CommandId } from '../../core/commands/commands';
import type { Held } from '../../core/rpc/closing';
import type { NumberedEvent } from '../../core/rpc/events';
import type { Answer, Transport } from '../../core/rpc/transport';
import type { Connection, LinkState } from './connection';

/** What Electron's preload puts on `window`. */
export interface PreloadBridge {
  call(name: string, input: unknown): Promise<Answer>;
  putPicture(bytes: Uint8Array): Promise<Answer>;
  listen(listener: (event: NumberedEvent) => void): () => void;
  onCommand?(listener: (id: CommandId) => void): () => void;
  onClosing?(flush: () => Promise<Held>): void;
}

declare global {
  interface Window {
    stet?: PreloadBridge;
  }
}

/** The link to Electron's main process. It is gone only when the whole application is. */
export class PreloadConnection implements Connection, Transport {
  readonly transport: Transport = this;
  readonly hasNativeMenu: boolean;
  readonly #bridge: PreloadBridge;
  readonly #watchers = new Set<(state: LinkState) => void>();

  constructor(bridge: PreloadBridge) {
    this.#bridge = bridge;
    this.hasNativeMenu = bridge.onCommand !== undefined;
  }

  call(name: string, input: unknown): Promise<Answer> {
    return this.#reached(() => this.#bridge.call(name, input));
  }

  putPicture(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    return this.#reached(() => this.#bridge.putPicture(bytes));
  }

  async #reached(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (cause) {
      for (const watcher of this.#watchers) watcher('gone');
      throw new StetError(
        'host/gone',
        'Stet’s other half has stopped. Copy what you wrote last, and start Stet again.',
        {},
        { cause },
      );
    }
  }

  listen(listener: (event: NumberedEvent) => void): () => void {
    return this.#bridge.listen(listener);
  }

  watch(listener: (state: LinkState) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  onClosing(flush: () => Promise<Held>): void {
    this.#bridge.onClosing?.(flush);
  }

  onCommand(listener: (id: CommandId) => void): () => void {
    return this.#bridge.onCommand?.(listener) ?? (() => undefined);
  }
}
