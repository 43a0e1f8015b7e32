import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { isLine } from '../core/article/text';
import { article, p } from '../core/document/testing/builders';
import { publicView } from '../core/document/publicView';
import { hugoExporter } from '../core/formats/markdown/markdownExporter';
import { yamlWords } from '../core/formats/markdown/testing/yamlWords';

const run = promisify(execFile);
const there = await run('hugo', ['version']).then(
  () => true,
  () => false,
);
if (!there) process.stderr.write('Skipped: no hugo on this machine, so no front matter was read by it.\n');

const WORDS = yamlWords.filter((word) => isLine(word) && word.trim() !== '');

test.skipIf(!there)(
  'Hugo reads from the front matter what was written, whatever the words are',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'stet-hugo-head-'));
    try {
      await mkdir(join(root, 'content'));
      await writeFile(join(root, 'config.yaml'), 'title: x\n');
      for (const [at, text] of WORDS.entries()) {
        const view = publicView(
          article(
            {
              headline: text,
              kicker: text,
              standfirst: p(text).content ?? [],
              tagline: text,
              tags: [text],
              section: [text],
              byline: [{ name: text, role: text, url: null }],
            },
            p('Words.'),
          ),
          { name: text, previous: { title: text, url: null }, next: null },
        );
        await writeFile(join(root, 'content', `p${at}.md`), hugoExporter.write(view, { whole: true }));
      }
      await run('hugo', ['convert', 'toJSON', '--unsafe', '--source', root, '--output', join(root, 'out')]);
      for (const [at, text] of WORDS.entries()) {
        const page = await readFile(join(root, 'out', 'content', `p${at}.md`), 'utf8');
        const head = JSON.parse(/^\{[\s\S]*?^\}/mu.exec(page)?.[0] ?? '') as Record<string, unknown>;
        expect(head).toMatchObject({
          title: text,
          tags: [text],
          categories: [text],
          series: [text],
          params: { kicker: text, tagline: text, byline: [{ name: text, role: text }], previous: { title: text } },
        });
      }
    } finally {
      await rm(root, { recursive: true });
    }
  },
  60_000,
);
