import { TOKEN_HEADER } from '../../../core/rpc/loopback';
import { raw } from './raw';
import type { Visitor } from './standIn';

/** The headers of a window that was let in. */
export const accepted = (visitor: Visitor) => ({
  Host: visitor.host,
  Origin: `http://${visitor.host}`,
  Cookie: visitor.cookie,
  [TOKEN_HEADER]: visitor.token,
  'Content-Type': 'application/json',
});
/** A page or a file, as a window asks for it unless `headers` say otherwise. */
export const get = (visitor: Visitor, path: string, headers: Record<string, string | string[]> = {}) =>
  raw(`http://${visitor.host}`, { method: 'GET', path, headers: { Host: visitor.host, Cookie: visitor.cookie, ...headers } });
/** A call, as a window makes it unless `headers` say otherwise. */
export const call = (visitor: Visitor, body: string | Buffer, headers: Record<string, string | string[]> = {}) =>
  raw(`http://${visitor.host}`, { method: 'POST', path: '/rpc', headers: { ...accepted(visitor), ...headers }, body });
