import { expect, test } from 'vitest';
import { StetError } from '../../core/errors';
import { copyWordsIn } from '../../core/formats/annotated/words/languages';
import { guardedStory } from '../../core/formats/annotated/testing/guardedStory';
import { unpacked } from '../../core/formats/docx/unpacked';
import { memoryServices } from './testing/memoryPorts';

const { mark: ANNOTATED } = copyWordsIn('en');

async function annotating(ports: Parameters<typeof memoryServices>[0] = {}) {
  const stet = memoryServices(ports);
  const { id } = await stet.call['articles.create']({ doc: guardedStory });
  const copy = (how: { as?: 'html' | 'docx'; guarded?: boolean; replace?: boolean } = {}) =>
    stet.call['export.annotated']({ id, as: 'html', folder: 'desk', guarded: true, replace: false, ...how });
  const text = (name: string): string => stet.places.files.get(name) ?? '';
  return { ...stet, id, copy, text };
}
const HTML = 'harbour-audit – annotated – private.html';
const WORD = 'harbour-audit – annotated – private.docx';

test('a copy says what it is in its name and in itself, and only its owner can read the file', async () => {
  const { copy, text, places } = await annotating();
  expect(await copy()).toEqual({ name: HTML, printed: [] });
  expect(await copy({ as: 'docx' })).toEqual({ name: WORD, printed: [] });
  expect(places.owned).toEqual([HTML, WORD]);
  expect(text(HTML)).toContain(ANNOTATED);
  const word = unpacked(places.packed.get(WORD) ?? new Uint8Array());
  for (const part of ['header', 'footer', 'document'])
    expect(word.slice(word.indexOf(`pkg:name="/word/${part}.xml"`)).split('</pkg:part>')[0]).toContain(ANNOTATED);
  for (const out of [text(HTML), word]) expect(out).toContain('FIRSTNOTE who counted?');
});

test('protected sources are named only when the writer says so', async () => {
  const { copy, text } = await annotating();
  await copy();
  expect(text(HTML)).not.toContain('Vessala');
  await copy({ guarded: false, replace: true });
  expect(text(HTML)).toContain('Irma Vessala, deputy harbour master');
});

test('it counts as filed nowhere', async () => {
  const { copy, call, id } = await annotating();
  await copy();
  expect((await call['history.list']({ id })).versions.filter((version) => version.filed !== null)).toEqual([]);
});

test('a file of that name is replaced only when it is said', async () => {
  const { copy, text, places } = await annotating();
  places.files.set(HTML.toUpperCase(), 'mine');
  expect(await copy()).toEqual({ exists: HTML });
  expect(text(HTML)).toBe('');
  expect(await copy({ replace: true })).toMatchObject({ name: HTML });
});

test('it names no neighbour that is not out, and no id of the library', async () => {
  const { call, copy, text, id } = await annotating();
  const next = await call['articles.create']({ doc: { ...guardedStory, attrs: { ...guardedStory.attrs, slug: 'x' } } });
  await call['series.link']({ id, side: 'next', target: { article: next.id }, when: 'ask' });
  await copy();
  expect(text(HTML)).not.toContain(id);
  expect(text(HTML)).not.toContain(next.id);
  expect(text(HTML)).not.toContain('class="next"');
});

test('checks that fail keep no copy back; it says that they did', async () => {
  const examiner = { examine: () => Promise.reject(new StetError('checks/too-slow', 'Too slow.')) };
  const { copy, text } = await annotating({ examiner });
  await copy();
  expect(text(HTML)).toContain('The checks could not be run for this copy');
});

test('no other export and no copy for the clipboard holds what is private in it', async () => {
  const { call, id, places } = await annotating();
  for (const { id: format } of await call['export.formats'](null)) {
    const asked = { ids: [id], format, folder: 'desk', options: { whole: true }, replace: true, anyway: true };
    await call['export.run'](asked);
  }
  for (const as of ['rich', 'html', 'markdown', 'wordpress'] as const)
    places.files.set(as, (await call['export.copy']({ id, as })).text);
  for (const [name, out] of places.files) {
    expect(name).not.toContain('annotated');
    const held = name.endsWith('.docx') ? unpacked(places.packed.get(name) ?? new Uint8Array()) : out;
    expect(held).not.toMatch(/NOTE |AGAINST|TAPE 4|ORIGINALWORDS|Vessala|dropbox/u);
  }
});
