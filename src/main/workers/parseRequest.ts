import type { WireError } from '../../core/errors';
import type { Imported } from '../../core/formats/format';
import type { ParseRequest } from '../../core/ports';

/** What goes to a worker. One request is under way at a time, so that answers need no number. */
export type ToWorker = ParseRequest;

/** `ready` once its modules are loaded: the clock of a request starts only then. */
export type FromWorker = { ready: true } | { imported: Imported } | { error: WireError };
