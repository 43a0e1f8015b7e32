import type { IncomingMessage } from 'node:http';
import { isAssetName } from '../../core/article/picture';
import { ASSETS_PATH, EVENTS_PATH, PREVIEW_PATH, RPC_PATH, TOKEN_HEADER } from '../../core/rpc/loopback';
import { notFound, refused, wrongMethod, wrongType } from './refusal';
import { sameSecret, type Secrets } from './secrets';

export const ENTRY_PATH = '/enter';

/** Where an admitted request goes. */
export type Route =
  | { to: 'enter' }
  | { to: 'rpc' }
  | { to: 'events' }
  | { to: 'upload' }
  | { to: 'asset'; asset: string }
  | { to: 'preview'; key: string }
  | { to: 'file'; path: string };

interface Knowledge {
  /** `127.0.0.1:<port>`, exactly as the browser sends it. */
  host: string;
  secrets: Secrets;
  isFile(path: string): boolean;
}

/** What an uploaded picture is said to be: its content alone says more. No form can send it. */
export const BYTES = 'application/octet-stream';

const PREVIEW_KEY = /^[A-Za-z0-9_-]{1,100}$/u;

/** The route of an address, compared as it came: nothing is decoded, joined or resolved, so nothing can climb. */
function routeOf(path: string, { isFile }: Knowledge): Route | null {
  if (path === ENTRY_PATH) return { to: 'enter' };
  if (path === RPC_PATH) return { to: 'rpc' };
  if (path === EVENTS_PATH) return { to: 'events' };
  if (path === ASSETS_PATH) return { to: 'upload' };
  const asset = path.startsWith(`${ASSETS_PATH}/`) ? path.slice(ASSETS_PATH.length + 1) : '';
  // The window's own files lie in a folder of that name too; none of them is called by 64 digits.
  if (isAssetName(asset)) return { to: 'asset', asset };
  if (path.startsWith(PREVIEW_PATH)) {
    const key = path.slice(PREVIEW_PATH.length);
    return PREVIEW_KEY.test(key) ? { to: 'preview', key } : null;
  }
  return isFile(path) ? { to: 'file', path } : null;
}

/** The only value of a header; undefined when it is missing or there are several, between which software might choose differently. */
function single(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name];
  return values?.length === 1 ? values[0] : undefined;
}

const isAbsent = (request: IncomingMessage, name: string) => request.headersDistinct[name] === undefined;

/** True when the header is missing, as with programs and old browsers, or has one of the values. */
const isAbsentOr = (request: IncomingMessage, name: string, ...values: string[]) =>
  isAbsent(request, name) || values.includes(single(request, name) ?? '');

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const values = (single(request, 'cookie') ?? '')
    .split('; ')
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

/** The launch page is a file: its form comes from the origin `null`, which any sandboxed page has too. Only the token in the body counts. */
function admitEntry(request: IncomingMessage): void {
  if (single(request, 'origin') !== 'null' || !isAbsentOr(request, 'sec-fetch-dest', 'document')) throw refused();
  if (single(request, 'content-type') !== 'application/x-www-form-urlencoded') throw wrongType();
}

function admitPost(request: IncomingMessage, type: string, { host, secrets }: Knowledge): void {
  if (single(request, 'origin') !== `http://${host}` || !isAbsentOr(request, 'sec-fetch-site', 'same-origin')) throw refused();
  const inTab = sameSecret(single(request, TOKEN_HEADER), secrets.header);
  if (!inTab || !sameSecret(cookieOf(request, secrets.cookieName), secrets.cookie)) throw refused();
  if (single(request, 'content-type') !== type) throw wrongType();
}

/** Another port of 127.0.0.1 is the same site and gets a Strict cookie sent, so the fetch metadata is asked too. */
function admitGet(request: IncomingMessage, { host, secrets }: Knowledge): void {
  if (!isAbsentOr(request, 'origin', `http://${host}`) || !isAbsentOr(request, 'sec-fetch-site', 'same-origin', 'none'))
    throw refused();
  if (!sameSecret(cookieOf(request, secrets.cookieName), secrets.cookie)) throw refused();
}

/**
 * Decides by method, address and headers alone where a request goes; throws a Refusal otherwise.
 * The order matters: a request with a wrong Host learns nothing, not even which addresses there are.
 */
export function admit(request: IncomingMessage, knowledge: Knowledge): Route {
  if (single(request, 'host') !== knowledge.host || !isAbsent(request, 'upgrade')) throw refused();
  const route = routeOf(request.url ?? '', knowledge);
  if (!route) throw notFound();
  const method = route.to === 'file' || route.to === 'preview' || route.to === 'asset' ? 'GET' : 'POST';
  if (request.method !== method) throw wrongMethod(method);
  if (route.to === 'enter') admitEntry(request);
  else if (method === 'POST') admitPost(request, route.to === 'upload' ? BYTES : 'application/json', knowledge);
  else admitGet(request, knowledge);
  return route;
}
