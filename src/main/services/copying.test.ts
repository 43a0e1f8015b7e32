import { expect, test } from 'vitest';
import { article, p, quote } from '../../core/document/testing/builders';
import type { CopiedAs } from '../../core/rpc/exportMethods';
import { memoryServices } from './testing/memoryPorts';

const WAYS: CopiedAs[] = ['rich', 'html', 'markdown', 'wordpress'];

/** Services with one article; `over` are fields of it. */
async function copying(over: Parameters<typeof article>[0] = {}) {
  const stet = memoryServices();
  const { id } = await stet.call['articles.create']({
    doc: article(
      { headline: 'Ice road opens', notes: 'CANARY', ...over },
      p('It opened late.'),
      quote({ speaker: 'Marit Solheim', role: 'ward nurse' }, 'Nobody puts that in a timetable.'),
    ),
  });
  const copy = (as: CopiedAs) => stet.call['export.copy']({ id, as });
  return { ...stet, id, copy };
}

test.each(WAYS)('a copy as %s holds the words and who said them, and nothing private', async (as) => {
  const { copy } = await copying();
  const { text, plain, embargoed } = await copy(as);
  for (const out of [text, ...(plain === null ? [] : [plain])]) {
    expect(out.includes('Ice road opens')).toBe(as === 'rich');
    expect(out).toContain('Nobody puts that in a timetable.');
    expect(out).toContain('Marit Solheim');
    expect(out).not.toContain('CANARY');
  }
  expect(embargoed).toBe(false);
});

test.each(WAYS)('until its embargo is over a copy as %s says so before anything else', async (as) => {
  const { copy } = await copying({ embargo: { instant: '2031-03-30T06:00:00.000Z', zone: 'Europe/Berlin' } });
  const { text, plain, embargoed } = await copy(as);
  expect(embargoed).toBe(true);
  for (const out of [text, ...(plain === null ? [] : [plain])]) {
    expect(out).toMatch(/Embargoed until/u);
    expect(out.indexOf('Embargoed until')).toBeLessThan(out.lastIndexOf('It opened late.'));
  }
});

test('only rich text is made for two kinds of programs', async () => {
  const { copy } = await copying();
  expect((await copy('rich')).plain).not.toMatch(/</u);
  for (const as of ['html', 'markdown', 'wordpress'] as const) expect((await copy(as)).plain).toBeNull();
  // Headline and byline have fields of their own where these are pasted.
  expect((await copy('markdown')).text).toMatch(/^It opened late\./u);
  expect((await copy('wordpress')).text).toContain('<!-- wp:quote');
});

test('a copy that a clipboard took counts as filed, as the text was then; one that it refused does not', async () => {
  const { copy, call, id } = await copying();
  const refused = await copy('html');
  expect((await call['history.list']({ id })).versions).toEqual([]);
  const { copy: taken } = await copy('markdown');
  await call['export.copied']({ copy: refused.copy });
  expect((await call['history.list']({ id })).versions).toEqual([]);
  await call['articles.save']({ id, baseRevision: 1, changes: { fields: { slug: 'later' }, splices: [], length: 5 } });
  await call['export.copied']({ copy: taken });
  const filed = (await call['history.list']({ id })).versions.filter((version) => version.filed !== null);
  expect(filed).toMatchObject([{ revision: 1, filed: { format: 'markdown', where: 'the clipboard' } }]);
});
