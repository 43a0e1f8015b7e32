import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { htmlExporter } from '../src/core/formats/html/htmlExporter';
import { publicView } from '../src/core/document/publicView';
import { articleOf } from './copy';
import { median, ms, ratio, table } from './figures';

const RUNS = 9;

/** Milliseconds from the start of a process of Node until its end. */
function timeOf(args: readonly string[]): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(performance.now() - started) : reject(new Error(`ended with ${code}`))));
  });
}

const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
const page = join(folder, 'page.html');
await writeFile(page, htmlExporter.write(publicView(articleOf(850)), { whole: true }));

// What runs in the product, word lists aside: those are read by checks only.
const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { dependencies: Record<string, string> };
const code = Object.keys(dependencies).filter((name) => !/font|words|wordlist|^@tiptap\/pm$/u.test(name));
const imports = `await Promise.all(${JSON.stringify(code)}.map((name) => import(name)))`;

const times = { convert: [] as number[], imports: [] as number[] };
for (let run = 0; run < RUNS; run++) {
  times.convert.push(await timeOf(['out/main/cli.js', 'convert', page, '--to', 'markdown']));
  times.imports.push(await timeOf(['--input-type=module', '-e', imports]));
}
await rm(folder, { recursive: true });
table(
  'Converting one article on the command line, whole processes',
  ['convert (median)', 'importing the dependencies alone', 'ratio (bar: 3 ×)'],
  [[ms(median(times.convert)), ms(median(times.imports)), ratio(median(times.convert), median(times.imports))]],
);
