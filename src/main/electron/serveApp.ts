import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import type { Previews } from '../../core/ports/desktop';
import { isAssetName } from '../../core/article/picture';
import { ASSETS_PATH } from '../../core/rpc/loopback';
import type { AppFile } from '../appFiles';
import type { AssetDoor } from '../services/assets';
import { APP_POLICY, COMMON_HEADERS, PREVIEW_POLICY } from '../policy';

export const APP_ORIGIN = 'app://stet';

const respond = (status: number, body: BodyInit | null, headers: Record<string, string>): Response =>
  new Response(body, { status, headers: { ...COMMON_HEADERS, ...headers } });

const missing = (): Response => respond(404, 'Not found', { 'Content-Type': 'text/plain; charset=utf-8' });

/** What is served beside the window's own files. */
interface Kept {
  previews: Pick<Previews, 'get'>;
  assets: Pick<AssetDoor, 'get'>;
}

/** Answers `app://stet/…`: the window's own files from their list, the library's pictures, and previews as documents of their own. Everything else is 404. */
export function serveApp(protocol: Protocol, files: ReadonlyMap<string, AppFile>, { previews, assets }: Kept): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'stet' || url.search !== '') return missing();
    const preview = /^\/preview\/([A-Za-z0-9_-]+)$/u.exec(url.pathname)?.[1];
    if (preview !== undefined) {
      const page = previews.get(preview);
      return page === null
        ? missing()
        : respond(200, page, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PREVIEW_POLICY });
    }
    const name = url.pathname.startsWith(`${ASSETS_PATH}/`) ? url.pathname.slice(ASSETS_PATH.length + 1) : '';
    if (isAssetName(name)) {
      const picture = await assets.get(name);
      return picture ? respond(200, new Uint8Array(picture.bytes), { 'Content-Type': picture.type }) : missing();
    }
    const file = files.get(url.pathname);
    if (!file) return missing();
    return respond(200, new Uint8Array(await readFile(file.path)), {
      'Content-Type': file.type,
      'Content-Security-Policy': APP_POLICY,
    });
  });
}
