import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { documentSchema } from '../../core/document/schema';
import { Clipboard } from './clipboard';
import { editorExtensions } from './extensions';
import type { MenuState } from './menus.svelte';
import { Pastes } from './pastes';
import { Finding } from '../finding/finding.svelte';
import { writing } from './testing/writing';
import { doc, p } from '../../core/document/testing/builders';

const surroundings = () => {
  const never = () => Promise.reject(new Error('not called'));
  const host = {
    client: {} as never,
    articleId: 'a',
    people: never,
    article: () => null,
    find: () => [],
    putPicture: never,
    openArticle: () => undefined,
    notice: () => undefined,
    working: () => () => undefined,
    pasting: new Pastes(),
    smartPunctuation: true,
    pasted: () => undefined,
  };
  return { host, menus: {} as MenuState, finding: new Finding(), creditsRow: () => ({}) as HTMLElement };
};

test('the editor writes in exactly the schema of the document', () => {
  const editor = getSchema(editorExtensions(surroundings()));
  const core = documentSchema();
  const specs = (schema: typeof core) => ({
    nodes: Object.fromEntries(
      Object.entries(schema.nodes).map(([name, { spec }]) => [
        name,
        [spec.content, spec.marks, spec.group, Object.keys(spec.attrs ?? {})],
      ]),
    ),
    marks: Object.fromEntries(
      Object.entries(schema.marks).map(([name, { spec }]) => [
        name,
        [spec.inclusive, spec.excludes, Object.keys(spec.attrs ?? {})],
      ]),
    ),
  });
  expect(specs(editor)).toEqual(specs(core));
  for (const [name, type] of Object.entries(editor.nodes)) {
    for (const attr of Object.values(type.spec.attrs ?? {})) expect(attr.validate, name).toBeTypeOf('function');
  }
});

test('only what this window copied last is taken as its own', () => {
  const clipboard = new Clipboard();
  const slice = writing(doc(p('Fog'))).doc.slice(0);
  expect(clipboard.recall('<p data-stet-slice="" data-pm-slice="0 0 []">x</p>')).toBeNull();
  clipboard.remember(slice);
  expect(clipboard.recall(`<p data-stet-slice="${clipboard.name}">Fog</p>`)).toBe(slice);
  expect(
    clipboard.recall(
      '<p data-stet-slice="forged" data-pm-slice="1 1 []"><a data-target=\'{"url":"javascript:alert(1)"}\'>x</a></p>',
    ),
  ).toBeNull();
});
