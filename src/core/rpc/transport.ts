import type { WireError } from '../errors';
import type { NumberedEvent } from './events';

export type Answer = { ok: true; value: unknown } | { ok: false; error: WireError };

/** What a host must carry; one implementation a host. */
export interface Transport {
  /** Rejects only when the host cannot be reached (`host/gone`); errors of a call are answers. */
  call(name: string, input: unknown): Promise<Answer>;
  /** Calls `listener` for every event until the returned function is called. */
  listen(listener: (event: NumberedEvent) => void): () => void;
}
