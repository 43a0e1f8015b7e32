import { describe, expect, test } from 'vitest';
import { inlineText } from '../../core/article/summary';
import type { DocumentChanges } from '../../core/document/changes';
import { article, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import { memoryServices } from './testing/memoryPorts';

const full = new StetError('storage/full', 'The disk is full.');

/** The change of one paragraph, as the window sends it. */
const typing = (text: string): DocumentChanges => ({
  fields: {},
  splices: [{ from: 3, remove: 1, insert: [p(text)] }],
  length: 4,
});

async function desk() {
  const stet = memoryServices();
  const made = await stet.call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('Ice came early.')) });
  const textOf = (doc: typeof made.doc) =>
    doc.content
      .slice(3)
      .map((block) => ('content' in block ? inlineText(block.content as never) : ''))
      .join('\n');
  return {
    ...stet,
    id: made.id,
    save: (baseRevision: number, text: string, sender?: { id: string; turn: number }) =>
      stet.call['articles.save']({ id: made.id, baseRevision, changes: typing(text), sender }),
    onDisk: () => textOf(stet.articles.files.get(made.id)!.doc),
    open: async () => textOf((await stet.call['articles.open']({ id: made.id })).doc),
  };
}

test('a new article is blank, in the language of the settings, and has no slug yet', async () => {
  const stet = memoryServices();
  await stet.call['settings.put']({ language: 'de' });
  const { doc, revision } = await stet.call['articles.create']({});
  expect(revision).toBe(1);
  expect(doc.attrs).toMatchObject({ language: 'de', slug: '', status: 'draft' });
});

test('a document given to create passes the gate', async () => {
  const stet = memoryServices();
  await expect(stet.call['articles.create']({ doc: { type: 'doc', content: [{ type: 'script' }] } })).rejects.toMatchObject({
    code: 'document/invalid',
  });
  expect(stet.articles.files.size).toBe(0);
});

test('a save is answered once it is on disk, with the next revision', async () => {
  const { save, onDisk, events, id } = await desk();
  expect(await save(1, 'Ice came late.')).toMatchObject({ saved: { revision: 2 } });
  expect(onDisk()).toBe('Ice came late.');
  expect(events.at(-1)).toEqual({ type: 'articles', ids: [id], revision: 2 });
});

test('unchanged blocks stay the same objects, so that summaries stay cheap', async () => {
  const { call, articles } = memoryServices();
  const { id } = await call['articles.create']({ doc: article({ headline: 'Harbour closed' }, p('One.'), p('Two.')) });
  const before = articles.files.get(id)!.doc.content[4];
  await call['articles.save']({
    id,
    baseRevision: 1,
    changes: { fields: {}, splices: [{ from: 3, remove: 1, insert: [p('Uno.')] }], length: 5 },
  });
  expect(articles.files.get(id)!.doc.content[4]).toBe(before);
});

test('a save upon an older revision is a conflict, and changes nothing', async () => {
  const { save, onDisk } = await desk();
  await save(1, 'From the first window.');
  expect(await save(1, 'From the second window.')).toEqual({ conflict: { revision: 2 } });
  expect(onDisk()).toBe('From the first window.');
});

test('of two saves at the same time one wins and the other is a conflict', async () => {
  const { save } = await desk();
  const answers = await Promise.all([save(1, 'One.'), save(1, 'Other.')]);
  expect(answers).toEqual([{ saved: expect.objectContaining({ revision: 2 }) }, { conflict: { revision: 2 } }]);
});

test('what does not pass the gate is refused, and the article stays', async () => {
  const { call, id, onDisk } = await desk();
  const bad = { fields: {}, splices: [{ from: 3, remove: 1, insert: [{ type: 'paragraph', onclick: 'x' }] }], length: 4 };
  await expect(call['articles.save']({ id, baseRevision: 1, changes: bad })).rejects.toMatchObject({ code: 'document/invalid' });
  const unfit = { ...typing('x'), length: 9 };
  await expect(call['articles.save']({ id, baseRevision: 1, changes: unfit })).rejects.toMatchObject({
    code: 'document/changes-do-not-fit',
  });
  expect(onDisk()).toBe('Ice came early.');
});

test('after a failed write the same save works again, and so does the next one', async () => {
  const { save, articles, onDisk, events } = await desk();
  const told = events.length;
  articles.failure = full;
  await expect(save(1, 'Kept in the window.')).rejects.toBe(full);
  await expect(save(1, 'Kept in the window.')).rejects.toBe(full);
  expect(events).toHaveLength(told);
  articles.failure = null;
  const answer = await save(1, 'Kept in the window, and more.');
  expect(onDisk()).toBe('Kept in the window, and more.');
  const revision = 'saved' in answer ? answer.saved.revision : 0;
  expect(revision).toBeGreaterThan(1);
  expect(await save(revision, 'Going on.')).toMatchObject({ saved: { revision: revision + 1 } });
});

test('an edit whose write failed is kept: opening shows it, flushing writes it', async () => {
  const { save, articles, onDisk, open, flush } = await desk();
  articles.failure = full;
  await expect(save(1, 'Not on disk.')).rejects.toBe(full);
  expect(await open()).toBe('Not on disk.');
  await expect(flush()).rejects.toBe(full);
  articles.failure = null;
  await flush();
  expect(onDisk()).toBe('Not on disk.');
});

test('an unsaved edit is not pushed out by other articles', async () => {
  const { save, articles, call, open } = await desk();
  articles.failure = full;
  await expect(save(1, 'Not on disk.')).rejects.toBe(full);
  articles.failure = null;
  for (let i = 0; i < 30; i++) await call['articles.create']({});
  expect(await open()).toBe('Not on disk.');
});

test('the trash is one write an article, and coming back is exact', async () => {
  const { call, id, articles } = await desk();
  const other = (await call['articles.create']({ doc: article({ headline: 'Salt ran out' }, p('Salt ran out.')) })).id;
  await call['series.link']({ id, side: 'next', target: { article: other }, when: 'ask' });
  const [doc, beside, writes] = [
    articles.files.get(other)!.doc,
    await call['series.neighbours']({ id }),
    articles.written.length,
  ];
  expect(await call['articles.trash']({ ids: [other, other] })).toEqual({ trashed: [other] });
  expect(articles.written).toHaveLength(writes + 1);
  expect((await call['series.neighbours']({ id })).next).toBeNull();
  expect((await call['articles.list']({})).articles.find((one) => one.id === other)?.trashedAt).not.toBeNull();
  expect(await call['articles.trash']({ ids: [other] })).toEqual({ trashed: [] });
  expect(await call['articles.restore']({ ids: [other] })).toEqual({ restored: [other] });
  expect(articles.files.get(other)).toMatchObject({ doc, trashedAt: null });
  expect(await call['series.neighbours']({ id })).toEqual(beside);
});

test('opening what is not there says so', async () => {
  await expect(memoryServices().call['articles.open']({ id: 'nothere000000000' })).rejects.toMatchObject({
    code: 'articles/missing',
  });
});

test('a window that heard of one article asks for that one only', async () => {
  const { call, id } = await desk();
  await call['articles.create']({});
  expect((await call['articles.list']({ ids: [id, 'nothere000000000'] })).articles.map((one) => one.id)).toEqual([id]);
  expect((await call['articles.list']({})).articles).toHaveLength(2);
});

describe('the last words of a window that closes', () => {
  const [window, other] = ['5f0c1f0e-8f38-4f9b-9d0b-6a8f4b0f7a11', '0b7b1a52-3f0d-4ad0-a6d8-9d5f2f7f3c22'];

  test('take the place of its save under way, upon the same version', async () => {
    const { save, onDisk } = await desk();
    expect(await save(1, 'Ice came', { id: window, turn: 1 })).toMatchObject({ saved: { revision: 2 } });
    expect(await save(1, 'Ice came late.', { id: window, turn: 2 })).toMatchObject({ saved: { revision: 3 } });
    expect(onDisk()).toBe('Ice came late.');
  });

  test('stay when they arrive before that save', async () => {
    const { save, onDisk } = await desk();
    expect(await save(1, 'Ice came late.', { id: window, turn: 2 })).toMatchObject({ saved: { revision: 2 } });
    expect(await save(1, 'Ice came', { id: window, turn: 1 })).toEqual({ conflict: { revision: 2 } });
    expect(onDisk()).toBe('Ice came late.');
  });

  test('stay when they arrive first and cannot be written at once', async () => {
    const { save, articles, call, onDisk } = await desk();
    articles.failure = full;
    await expect(save(1, 'Ice came late.', { id: window, turn: 2 })).rejects.toBe(full);
    articles.failure = null;
    expect(await save(1, 'Ice came', { id: window, turn: 1 })).toEqual({ conflict: { revision: 2 } });
    expect(onDisk()).toBe('Ice came early.');
    await call['articles.trash']({ ids: [(await call['articles.list']({})).articles[0]!.id] });
    expect(onDisk()).toBe('Ice came late.');
  });

  test('never take the place of somebody else’s save, nor of one upon another version', async () => {
    const { save, onDisk } = await desk();
    await save(1, 'Ice came', { id: window, turn: 1 });
    expect(await save(1, 'Fog came.', { id: other, turn: 2 })).toEqual({ conflict: { revision: 2 } });
    expect(await save(2, 'Ice and fog.', { id: other, turn: 1 })).toMatchObject({ saved: { revision: 3 } });
    expect(await save(1, 'Ice came late.', { id: window, turn: 2 })).toEqual({ conflict: { revision: 3 } });
    expect(onDisk()).toBe('Ice and fog.');
  });
});

test('an article that another program has changed is opened as it is now; words that are not on disk yet come first', async () => {
  const { id, save, open, articles, changed, history, flush } = await desk();
  await save(1, 'Ice came late.');
  const outside = () => {
    const file = articles.files.get(id)!;
    articles.files.set(id, {
      ...file,
      revision: file.revision + 5,
      doc: article({ headline: 'Harbour closed' }, p('From outside.')),
    });
    changed([id]);
  };
  outside();
  expect(await open()).toBe('From outside.');
  expect(await save(2, 'Ice came.')).toEqual({ conflict: { revision: 7 } });
  expect(await save(7, 'Ice came, they say.')).toHaveProperty('saved');
  await flush();
  expect(JSON.stringify(history.kept.get(id))).toContain('From outside.');
  articles.failure = full;
  await expect(save(8, 'Not on disk.')).rejects.toThrow();
  outside();
  expect(await open()).toBe('Not on disk.');
});
