import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StetEvent } from '../../../core/rpc/events';
import type { Answer } from '../../../core/rpc/transport';
import { createPrivateFolder } from '../privateFolder';
import { startLoopback, type Loopback, type LoopbackOptions } from '../startLoopback';
import { raw } from './raw';
import { APP_PAGE, APP_SCRIPT } from './smallWindow';

/** The name of the only picture there is. */
export const PICTURE = `${'0123456789abcdef'.repeat(4)}.png`;

/** What a hostile or careless caller asked the stub to do. */
interface Asked {
  name: unknown;
  input: unknown;
}

export interface StandIn {
  loopback: Loopback;
  folder: string;
  asked: Asked[];
  /** What the server answered, whatever the browser makes of it: `403 POST /rpc`. */
  answered: string[];
  emit(event: StetEvent): void;
  /** What to wait for before a call is answered. */
  hold(until: Promise<unknown>): void;
  stop(): Promise<void>;
}

/** A real server over a folder with a small window and a Stet that answers every call with its name. */
export async function standIn(options: Partial<LoopbackOptions> = {}): Promise<StandIn> {
  const base = await mkdtemp(join(tmpdir(), 'stet-loopback-test-'));
  const rendererFolder = join(base, 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(base, 'secret.json'), '{"secret":true}');
  await writeFile(join(rendererFolder, 'index.html'), APP_PAGE);
  await writeFile(join(rendererFolder, 'notes.txt'), 'of a kind that is not served');
  await writeFile(join(rendererFolder, 'assets', 'app.js'), APP_SCRIPT);
  await writeFile(join(rendererFolder, 'assets', 'app.css'), 'p { color: rgb(1, 2, 3); }');
  await symlink(join(base, 'secret.json'), join(rendererFolder, 'link.json'));
  await symlink(base, join(rendererFolder, 'linked'));

  const asked: Asked[] = [];
  const listeners = new Set<(event: StetEvent) => void>();
  let held: Promise<unknown> = Promise.resolve();
  const folder = await createPrivateFolder(base);
  const loopback = await startLoopback({
    served: {
      async dispatch(name, input): Promise<Answer> {
        asked.push({ name, input });
        await held;
        if (name === 'articles.open')
          return { ok: false, error: { code: 'articles/missing', message: 'It is gone.', details: {} } };
        return { ok: true, value: { echo: name } };
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      assets: {
        put: (bytes) => {
          asked.push({ name: 'a picture', input: bytes.length });
          return Promise.resolve({ ok: true, value: { asset: PICTURE, width: 1, height: 1 } });
        },
        get: (asset) => Promise.resolve(asset === PICTURE ? { bytes: Uint8Array.of(1, 2, 3), type: 'image/png' } : null),
      },
      previews: {
        get: (key) =>
          key === 'ferry'
            ? `<!doctype html><style>p{color:rgb(4,5,6)}</style><p>Ferry strike ends</p><script>document.title = 'ran'</script>`
            : null,
      },
    },
    rendererFolder,
    folder,
    onNoWindow: () => undefined,
    ...options,
  });
  const answered: string[] = [];
  const hear = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.headers.host === new URL(loopback.address).host)
      answered.push(`${response.statusCode} ${request.method} ${request.url}`);
  };
  subscribe('http.server.response.finish', hear);
  return {
    loopback,
    folder: folder.path,
    asked,
    answered,
    emit: (event) => listeners.forEach((listener) => listener(event)),
    hold: (until) => {
      held = until;
    },
    async stop() {
      unsubscribe('http.server.response.finish', hear);
      await loopback.close(0);
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** The token in the launch file, as the file's page would post it. */
export async function launchToken(loopback: Loopback): Promise<string> {
  const url = loopback.launchUrl();
  const page = url === null ? '' : await readFile(fileURLToPath(url), 'utf8');
  return /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
}

export const enter = (loopback: Loopback, token: string, headers: Record<string, string> = {}) =>
  raw(loopback.address, {
    method: 'POST',
    path: '/enter',
    headers: {
      Host: new URL(loopback.address).host,
      Origin: 'null',
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams({ token }).toString(),
  });

export interface Visitor {
  host: string;
  cookie: string;
  token: string;
}

/** Goes in as a browser would and answers what it then holds. */
export async function visit(loopback: Loopback): Promise<Visitor> {
  const { headers, body } = await enter(loopback, await launchToken(loopback));
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const token = /'stet-token', '([^']+)'/u.exec(body)?.[1] ?? '';
  return { host: new URL(loopback.address).host, cookie, token };
}
