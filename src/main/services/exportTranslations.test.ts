import { expect, test } from 'vitest';
import type { Fields } from '../../core/article/fields';
import { article, p } from '../../core/document/testing/builders';
import { later, options } from './testing/exporting';
import { memoryServices } from './testing/memoryPorts';

/** An article with a translation into French and one into German. */
async function translated(german: Partial<Fields> = {}) {
  const stet = memoryServices({ clock: { now: () => Date.parse('2026-01-01T00:00:00Z') } });
  const make = async (slug: string, language: string, of: string | null, more: Partial<Fields> = {}) =>
    (
      await stet.call['articles.create']({
        doc: article(
          { slug, language, headline: slug, translationOf: of === null ? null : { article: of, revision: 1 }, ...more },
          p('Words.'),
        ),
      })
    ).id;
  const en = await make('ice', 'en', null);
  const fr = await make('glace', 'fr', en);
  const de = await make('eis', 'de', fr, german);
  const run = (ids: string[], batch: boolean) =>
    stet.call['export.run']({ ids, format: 'html', folder: 'desk', options, replace: true, anyway: false, batch });
  const alternates = (name: string) =>
    [...(stet.places.files.get(name) ?? '').matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/gu)].map(
      ([, language, href]) => `${language} ${href}`,
    );
  return { ...stet, en, fr, de, run, alternates };
}

test('pages of translations that go out together name one another by language, and lose nothing by it', async () => {
  const { en, fr, de, run, alternates } = await translated();
  expect(await run([en, fr, de], true)).toMatchObject({ files: [{ lost: [] }, { lost: [] }, { lost: [] }] });
  for (const name of ['ice.html', 'glace.html', 'eis.html'])
    expect(alternates(name)).toEqual(['en ice.html', 'fr glace.html', 'de eis.html']);
});

test('a page alone names no translation, and one under embargo is named by none', async () => {
  const { en, fr, de, run, alternates } = await translated({ embargo: later });
  await run([en], false);
  expect(alternates('ice.html')).toEqual([]);
  await run([en, fr, de], false);
  for (const name of ['ice.html', 'glace.html']) expect(alternates(name)).toEqual(['en ice.html', 'fr glace.html']);
});
