import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';

const MEDIA: Record<string, string> = { js: 'text/javascript', html: 'text/html; charset=utf-8' };

/** Serves the two bare editors with `content` on 127.0.0.1, until `close`. */
export async function servePeers(root: string, content: () => string): Promise<{ url(name: string): string; close(): void }> {
  const scripts = new Map<string, string>();
  for (const name of ['bareTiptap', 'bareContenteditable']) {
    const built = await build({
      configFile: false,
      root,
      logLevel: 'warn',
      build: {
        write: false,
        target: 'esnext',
        rollupOptions: { input: join(root, `bench/pages/${name}.ts`), output: { codeSplitting: false } },
      },
    });
    const output = (Array.isArray(built) ? built[0] : built) as { output: { type: string; code?: string }[] };
    scripts.set(name, output.output.find((part) => part.type === 'chunk')?.code ?? '');
  }
  const server = createServer((request, response) => {
    const [, name = '', file = ''] = (request.url ?? '').split('/');
    const body =
      file === 'content.html'
        ? content()
        : file === 'page.js'
          ? scripts.get(name)
          : '<!doctype html><meta charset="utf-8"><style>#page{max-width:66ch;margin:auto;font:19px/1.6 serif;white-space:pre-wrap}</style><div id="page"></div><script type="module" src="page.js"></script>';
    response.setHeader('Content-Type', MEDIA[file.endsWith('.js') ? 'js' : 'html'] ?? 'text/html');
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: (name) => `http://127.0.0.1:${port}/${name}/`, close: () => server.close() };
}
