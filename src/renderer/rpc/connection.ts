import type { CommandId } from '../../core/commands/commands';
import type { Held } from '../../core/rpc/closing';
import type { Answer, Transport } from '../../core/rpc/transport';

/** `gone` while the host cannot be reached; what was shown may be stale when it is `live` again. */
export type LinkState = 'live' | 'gone';

/** The way to the host that this window has, whichever host it is. */
export interface Connection {
  readonly transport: Transport;
  /** Hands a picture to the host, as bytes; answers a `StoredAsset`. Rejects only when the host cannot be reached (`host/gone`). */
  putPicture(bytes: Uint8Array<ArrayBuffer>): Promise<Answer>;
  /** True where the platform draws the menu, so that the window need not. */
  readonly hasNativeMenu: boolean;
  /** Calls `listener` when the link changes, until the returned function is called. */
  watch(listener: (state: LinkState) => void): () => void;
  /** Calls `listener` for commands chosen in the platform's menu. */
  onCommand(listener: (id: CommandId) => void): () => void;
  /** Has `flush` called when the window is about to close, and waited for as long as the host allows; it gives what the window then holds. */
  onClosing(flush: () => Promise<Held>): void;
}
