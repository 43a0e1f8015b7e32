import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Handlers } from '../../core/rpc/contract';
import { CommandLine } from './testing/commandLine';

let line: CommandLine;
beforeEach(async () => {
  line = await CommandLine.begin();
});
afterEach(() => line.end());

const STORY = '# Ice road\n\nThe road opened late.\n';
const filedIn = async (handlers: Handlers, id: string) =>
  (await handlers['history.list']({ id })).versions.flatMap(({ revision, filed }) => (filed ? [{ revision, ...filed }] : []));
/** What the history of an article knows of its exports. */
async function filed(id: string) {
  const stet = await line.open('cli');
  try {
    return await filedIn(stet.handlers, id);
  } finally {
    await stet.close();
  }
}
const change = async (handlers: Handlers, id: string, tagline: string) => {
  const { revision, doc } = await handlers['articles.open']({ id });
  await handlers['articles.save']({
    id,
    baseRevision: revision,
    changes: { fields: { tagline }, splices: [], length: doc.content.length },
  });
};

test('an export is filed as one of the window is, and a copy that comes back is compared with it', async () => {
  const id = await line.imported('ice.md', STORY);
  await line.stet(`export ${id} --to markdown --out desk`);
  expect(await filed(id)).toMatchObject([{ revision: 1, format: 'markdown', where: 'desk', file: 'ice.md' }]);
  const stet = await line.open('cli');
  await change(stet.handlers, id, 'Written on since.');
  await stet.close();
  await line.put('back.md', (await line.text('desk/ice.md')).replace('late', 'early'));
  const { out, err } = await line.stet(`compare ${id} back.md`);
  expect(out).toBe('Paragraph, changed: The road opened [-late-]{+early+}.\n');
  expect(err).toContain('1 change against what was filed on');
});

test('what is not exported is not filed: files in the way, an annotated copy', async () => {
  const id = await line.imported('ice.md', STORY);
  await line.put('ice.txt', 'mine');
  expect((await line.stet(`export ${id} --to text --out .`)).exit).toBe(3);
  await line.stet(`export ${id} --annotated html --out desk`);
  expect(await filed(id)).toEqual([]);
});

test('beside a running Stet that Stet notes it, of the text that was written and not of what came since', async () => {
  const id = await line.imported('ice.md', STORY);
  const running = await line.open('loopback');
  await line.stet(`export ${id} --to html --out desk`);
  expect(await filedIn(running.handlers, id)).toMatchObject([{ revision: 1, format: 'html' }]);
  await change(running.handlers, id, 'One.');
  await change(running.handlers, id, 'Two.');
  await change(running.handlers, id, 'Three.');
  const filing = { article: id, revision: 3, filed: { at: 5, format: 'text' } };
  expect(await running.handlers['history.filed']({ filings: [filing, { ...filing, revision: 99 }] })).toEqual({ unknown: [id] });
  const gone = { ...filing, article: 'g'.repeat(26) };
  expect(await running.handlers['history.filed']({ filings: [gone] })).toEqual({ unknown: [gone.article] });
  expect(await filedIn(running.handlers, id)).toMatchObject([
    { revision: 1, format: 'html' },
    { revision: 3, format: 'text', at: 5 },
  ]);
  await running.close();
});

test('a history of a newer Stet keeps nobody from filing, and that it does not know is said', async () => {
  const id = await line.imported('ice.md', STORY);
  const history = `Library/history/${id}.history`;
  const text = await line.text(history);
  await line.put(history, `${text}${text.replace(/^1 /mu, '9 ')}`);
  const { exit, out, err } = await line.stet(`export ${id} --to text --out desk`);
  expect([exit, out]).toEqual([0, 'ice.txt\n']);
  expect(err).toContain('written, but History could not note it as filed');
});
