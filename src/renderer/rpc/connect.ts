import type { Connection } from './connection';
import { LoopbackConnection } from './loopback';
import { PreloadConnection } from './preload';

/** The link to whichever host opened this window. */
export function connect(): Connection {
  return window.stet ? new PreloadConnection(window.stet) : new LoopbackConnection();
}
