import { expect, test } from 'vitest';
import { matching, matchingAsTyped, tagsOf, titleOf } from './articles';
import { LibraryState } from './library.svelte';
import { FakeHost, summary } from './testing/fakeHost';

const ferry = summary('Ferry inquiry opens', {
  editedAt: 300,
  section: ['World', 'Europe'],
  status: 'ready',
  people: [{ name: 'Renée Østby', role: 'harbour master' }],
});
const school = summary('École à la montagne', { editedAt: 200, section: ['Culture'], slug: 'mountain-school' });
const old = summary('Old lighthouse', { editedAt: 100, trashedAt: 400 });

async function libraryOf(...articles: ReturnType<typeof summary>[]): Promise<LibraryState> {
  const library = new LibraryState(new FakeHost({ 'articles.list': () => ({ articles, damaged: [] }) }).client);
  await library.refresh();
  return library;
}
const headlines = (library: LibraryState) => library.shown.map((article) => article.headline);

test('the last edited comes first, what is in the trash is not shown', async () => {
  expect(headlines(await libraryOf(school, old, ferry))).toEqual(['Ferry inquiry opens', 'École à la montagne']);
});

test.each([
  ['ecole montagne', 'École à la montagne'],
  ['MOUNTAIN', 'École à la montagne'],
  ['europe', 'Ferry inquiry opens'],
  ['renee', 'Ferry inquiry opens'],
  ['master ferry', 'Ferry inquiry opens'],
])('“%s” finds %s', async (query, headline) => {
  const library = await libraryOf(ferry, school);
  library.query = query;
  expect(headlines(library)).toEqual([headline]);
});

test('every word of the query must stand somewhere', async () => {
  const library = await libraryOf(ferry, school);
  library.query = 'ferry montagne';
  expect(headlines(library)).toEqual([]);
  expect(library.filtered).toBe(true);
});

test('section and status narrow the list, and can be taken away', async () => {
  const library = await libraryOf(ferry, school);
  library.section = 'World › Europe';
  expect(headlines(library)).toEqual(['Ferry inquiry opens']);
  library.status = 'draft';
  expect(headlines(library)).toEqual([]);
  library.clearFilters();
  expect(headlines(library)).toHaveLength(2);
});

test('the trash shows only what is in it', async () => {
  const library = await libraryOf(ferry, old);
  library.inTrash = true;
  expect(headlines(library)).toEqual(['Old lighthouse']);
});

test('a search looks at the newest words of an article', async () => {
  const host = new FakeHost({ 'articles.list': () => ({ articles: [ferry], damaged: [] }) });
  const library = new LibraryState(host.client);
  await library.refresh();
  expect(library.find('ferry')).toHaveLength(1);
  host.answers['articles.list'] = () => ({ articles: [{ ...ferry, headline: 'Tunnel inquiry opens' }], damaged: [] });
  await library.refresh();
  expect(library.find('ferry')).toHaveLength(0);
  expect(library.find('tunnel')).toHaveLength(1);
});

test('what changed is fetched alone, and what is gone leaves the list', async () => {
  const host = new FakeHost({ 'articles.list': () => ({ articles: [ferry, old], damaged: [] }) });
  const library = new LibraryState(host.client);
  await library.refresh();
  host.answers['articles.list'] = () => ({ articles: [{ ...ferry, headline: 'Tunnel inquiry opens' }], damaged: [] });
  await library.refreshOnly([ferry.id]);
  expect(host.calls.at(-1)?.input).toEqual({ ids: [ferry.id] });
  expect(library.articles.map(({ headline }) => headline).sort()).toEqual(['Old lighthouse', 'Tunnel inquiry opens']);
  host.answers['articles.list'] = () => ({ articles: [], damaged: [] });
  await library.refreshOnly([ferry.id]);
  expect(library.articles.map(({ headline }) => headline)).toEqual(['Old lighthouse']);
});

test('an article without headline goes by its first words', () => {
  expect(titleOf({ headline: ' ', opening: 'The boats left early.' })).toBe('The boats left early.');
  expect(titleOf({ headline: '', opening: '' })).toBe('Untitled');
});

test('tags are offered by how often they are used', () => {
  const tagged = (...tags: string[]) => summary('x', { tags });
  expect(tagsOf([tagged('winter', 'ferries'), tagged('ferries'), tagged('aviation')])).toEqual(['ferries', 'aviation', 'winter']);
});

test('typed letter by letter, taken back and typed again, a query finds what it finds at once', () => {
  const articles = [ferry, school, summary('Straße im Eis', { section: ['Europe'] }), summary('Ice on the ferry road')];
  const asTyped = matchingAsTyped();
  const typed = ['f', 'fe', 'fer', 'ferry ', 'ferry r', 'ferry ', 'ice', '', 'e', 'é', 'éc', 'straß', 'strasse', 'im', 'eis'];
  for (const query of typed) expect(asTyped(articles, query)).toEqual(matching(articles, query));
  const fewer = articles.slice(1);
  expect(asTyped(fewer, 'eis')).toEqual(matching(fewer, 'eis'));
});
