import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleSummary } from '../../../core/article/summary';
import { importerFor } from '../../../core/formats/registry';
import { StetError } from '../../../core/errors';
import { boot, type Stet } from '../../boot';
import { createNodePlaces } from '../../places';
import { run } from '../main';

/** A folder of its own with a library in it, command lines that are run there, and a Stet that may run beside them. */
export class CommandLine {
  private constructor(readonly folder: string) {}

  static async begin(): Promise<CommandLine> {
    return new CommandLine(await mkdtemp(join(tmpdir(), 'stet-cli-')));
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }

  at(...steps: string[]): string {
    return join(this.folder, ...steps);
  }

  put(name: string, content: string | Uint8Array): Promise<void> {
    return writeFile(this.at(name), content);
  }

  text(name: string): Promise<string> {
    return readFile(this.at(name), 'utf8');
  }

  /** Runs a command line; `stdin` is what is piped into it. */
  async stet(line: string | readonly string[], stdin = ''): Promise<{ exit: number; out: string; err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const exit = await run(typeof line === 'string' ? line.split(' ') : line, {
      stdin: (async function* () {
        yield* stdin === '' ? [] : [Buffer.from(stdin)];
      })(),
      stdout: { write: (text) => out.push(String(text)) },
      stderr: { write: (text) => err.push(text) },
      cwd: this.folder,
      env: { STET_LIBRARY: this.at('Library') },
      version: '1.2.3',
    });
    return { exit, out: out.join(''), err: err.join('') };
  }

  /** The id of the article that a text becomes. */
  async imported(name: string, text: string): Promise<string> {
    await this.put(name, text);
    return (await this.stet(['import', name])).out.split('\t')[0] ?? '';
  }

  /** The articles of the library, as `list` tells of them. */
  async listed(): Promise<ArticleSummary[]> {
    return JSON.parse((await this.stet('list --json')).out) as ArticleSummary[];
  }

  /** A host with the library open. */
  open(host: 'cli' | 'loopback'): Promise<Stet> {
    const never = () => Promise.reject(new StetError('test/never', 'not in this test'));
    return boot({
      folder: this.at('Library'),
      host,
      version: '1.2.3',
      nativeDialogs: false,
      places: createNodePlaces({ home: this.folder }),
      opener: { open: never },
      parser: {
        parse: async ({ text, name, format, ...context }) => importerFor(text, name, format).read(text, { name, ...context }),
        close: () => Promise.resolve(),
      },
      examiner: { examine: never, close: () => Promise.resolve() },
      printer: () => ({ print: never }),
      onFocus: () => undefined,
    });
  }
}

/** A page that says little under its headline. */
export const pageOf = (headline: string): string => `${headline}\n\nIce came early this year, the harbour master said.\n`;
