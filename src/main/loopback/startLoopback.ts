import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Previews } from '../../core/ports/desktop';
import type { MethodName } from '../../core/rpc/contract';
import type { Dispatcher } from '../../core/rpc/createDispatcher';
import type { StetEvent } from '../../core/rpc/events';
import type { Answer } from '../../core/rpc/transport';
import { MAX_PICTURE_BYTES } from '../../core/pictures/readPicture';
import { listAppFiles } from '../appFiles';
import type { AssetDoor } from '../services/assets';
import { entryPage, launchPage } from './entryPages';
import { EventStreams } from './eventStreams';
import { admit, BYTES, type Route } from './gate';
import { appHeaders, closedHeaders, entryHeaders, previewHeaders } from './headers';
import type { PrivateFolder } from './privateFolder';
import { readBody, readBytes } from './readBody';
import { closing, failed, notFound, Refusal, refused, unreadable, usedUp } from './refusal';
import { createSecrets, sameSecret } from './secrets';

const MAX_CALL_BYTES = 48_000_000;
const MAX_SMALL_BYTES = 1_000;
/** A call that takes longer than this does not hold up the end. */
const LAST_CALLS_MS = 2_000;
/** How long windows that are told of the end have for their last words, in milliseconds. */
const LAST_WORDS_MS = 1_500;
/** A window sends its last words at once, with where the writer was as their end; nothing more for this long, in milliseconds, means that they are here. */
const QUIET_MS = 200;
const END_OF_WORDS = 'session.put' satisfies MethodName;

/** What is served: the part of a booted Stet that a window can reach. */
export interface Served {
  dispatch: Dispatcher;
  listen(listener: (event: StetEvent) => void): () => void;
  previews: Pick<Previews, 'get'>;
  assets: AssetDoor;
}

export interface LoopbackOptions {
  served: Served;
  /** The built window: `index.html` and what it loads. */
  rendererFolder: string;
  /** Where the launch file is put. The caller removes the folder. */
  folder: PrivateFolder;
  /** The last window has been gone for `graceMs`. */
  onNoWindow(): void;
  graceMs?: number;
  heartbeatMs?: number;
}

export interface Loopback {
  /** `http://127.0.0.1:<port>`. */
  readonly address: string;
  /** A `file:` URL that opens the app once; null when it has been used. */
  launchUrl(): string | null;
  /** How many windows are listening. */
  windows(): number;
  send(event: StetEvent): void;
  /** Tells the windows that the host is about to end, and resolves when each has sent its last words, or after `ms`. */
  lastWords(ms?: number): Promise<void>;
  /** Asks for last words once more, finishes the calls under way and stops. */
  close(lastWordsMs?: number): Promise<void>;
}

/**
 * Serves a booted Stet to windows of a browser on this machine, on 127.0.0.1 and a port that the system chooses.
 * Rejects when the window's files cannot be read or no port can be had.
 */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { served, folder, onNoWindow, graceMs = 10_000, heartbeatMs = 15_000 } = options;
  const files = await listAppFiles(options.rendererFolder);
  const secrets = createSecrets();
  const streams = new EventStreams({ graceMs, heartbeatMs, onNoWindow });
  const calls = new Set<Promise<unknown>>();
  let ends = 0;
  let lastCall = 0;
  let host = '';
  let open = true;

  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = new URLSearchParams(await readBody(request, MAX_SMALL_BYTES)).get('token') ?? undefined;
    if (secrets.launch === null) throw usedUp();
    if (!sameSecret(token, secrets.launch)) throw refused();
    secrets.launch = null;
    await folder.discard('start.html');
    const nonce = randomBytes(18).toString('base64url');
    const cookie = `${secrets.cookieName}=${secrets.cookie}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(200, { ...entryHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': cookie });
    response.end(entryPage(nonce, secrets.header));
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { name, input } = readCall(await readBody(request, MAX_CALL_BYTES));
    if (name === END_OF_WORDS) ends++;
    await answered(response, () => served.dispatch(name, input));
  }

  async function upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBytes(request, MAX_PICTURE_BYTES);
    await answered(response, () => served.assets.put(bytes));
  }

  /** Work that the end waits for. */
  async function answered(response: ServerResponse, work: () => Promise<Answer>): Promise<void> {
    if (!open) throw closing();
    const answer = work();
    calls.add(answer);
    try {
      respondJson(response, 200, await answer);
    } finally {
      calls.delete(answer);
      lastCall = performance.now();
    }
  }

  /** Waits for the end of the last words of every open window. What one sent as it closed may still be on its way. */
  async function lastWords(ms: number): Promise<void> {
    const [before, end] = [ends, performance.now() + ms];
    streams.send({ type: 'closing' });
    const quietSince = (moment: number) => performance.now() - moment >= QUIET_MS;
    const answered = () => ends - before >= streams.open && calls.size === 0 && quietSince(lastCall);
    const spoken = () => quietSince(streams.lastGone) && (streams.open === 0 || answered());
    while (performance.now() < end && !spoken()) await delay(20);
  }

  async function route(request: IncomingMessage, response: ServerResponse, to: Route): Promise<void> {
    switch (to.to) {
      case 'enter':
        return enter(request, response);
      case 'rpc':
        return call(request, response);
      case 'upload':
        return upload(request, response);
      case 'asset': {
        const asset = await served.assets.get(to.asset);
        if (!asset) throw notFound();
        response.writeHead(200, { ...closedHeaders, 'Content-Type': asset.type });
        return void response.end(asset.bytes);
      }
      case 'events':
        await readBody(request, MAX_SMALL_BYTES);
        if (!open) throw closing();
        return streams.add(response, closedHeaders);
      case 'preview': {
        const page = served.previews.get(to.key);
        if (page === null) throw notFound();
        response.writeHead(200, { ...previewHeaders, 'Content-Type': 'text/html; charset=utf-8' });
        return void response.end(page);
      }
      case 'file': {
        const file = files.get(to.path);
        if (!file) throw notFound();
        const body = await readFile(file.path);
        response.writeHead(200, { ...appHeaders, 'Content-Type': file.type });
        return void response.end(body);
      }
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await route(request, response, admit(request, { host, secrets, isFile: (path) => files.has(path) }));
    } catch (error) {
      if (!(error instanceof Refusal))
        process.stderr.write(`Stet: ${error instanceof Error ? error.name : typeof error} while answering\n`);
      refuse(request, response, error instanceof Refusal ? error : failed(error));
    }
  }

  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 });
  server.maxConnections = 100;
  server.on('request', (request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve);
  });
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const address = `http://${host}`;
  const launchUrl = pathToFileURL(await folder.write('start.html', launchPage(address, secrets.launch ?? ''))).href;
  const deaf = served.listen((event) => streams.send(event));

  return {
    address,
    launchUrl: () => (secrets.launch === null ? null : launchUrl),
    windows: () => streams.open,
    send: (event) => streams.send(event),
    lastWords: (ms = LAST_WORDS_MS) => lastWords(ms),
    async close(lastWordsMs = 300) {
      await lastWords(lastWordsMs);
      open = false;
      await Promise.race([Promise.allSettled(calls), delay(LAST_CALLS_MS, null, { ref: false })]);
      deaf();
      streams.close();
      secrets.launch = null;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 100);
      });
    },
  };
}

function readCall(body: string): { name: unknown; input: unknown } {
  try {
    const { name, input = null } = JSON.parse(body) as { name?: unknown; input?: unknown };
    return { name, input };
  } catch {
    throw unreadable(); // not JSON, or `null`: nothing of it is quoted
  }
}

function respondJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...closedHeaders, 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

/** A window's call gets the refusal as an answer that it can show; everything else gets a line of text. */
function refuse(request: IncomingMessage, response: ServerResponse, { status, reason, allow }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  if (allow) response.setHeader('Allow', allow);
  if (request.headers['content-type'] === 'application/json' || request.headers['content-type'] === BYTES) {
    respondJson(response, status, { ok: false, error: { code: reason.code, message: reason.message, details: reason.details } });
  } else {
    response.writeHead(status, { ...closedHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(`${reason.message}\n`);
  }
}
