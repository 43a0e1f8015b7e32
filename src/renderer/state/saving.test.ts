import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { undo } from '@tiptap/pm/history';
import type { EditorState } from '@tiptap/pm/state';
import type { Article } from '../../core/article/article';
import type { DocJson } from '../../core/document/json';
import { article, p } from '../../core/document/testing/builders';
import { StetError } from '../../core/errors';
import type { InputOf } from '../../core/rpc/contract';
import { writing } from '../editor/testing/writing';
import { Saving } from './saving.svelte';
import { FakeHost, idOf } from './testing/fakeHost';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const story = (words: string) => article({ headline: 'Harbour closed' }, p(words));
const ID = idOf('harbour');

/** An article that is open before a library that answers as `host` says. */
class Desk {
  state: EditorState;
  editable = true;
  readonly host = new FakeHost();
  readonly saving: Saving;

  constructor() {
    this.state = writing(story('Fog.'));
    this.host.answers['articles.save'] = ({ baseRevision }) => ({ saved: { revision: baseRevision + 1, editedAt: 0 } });
    this.saving = new Saving(
      this.host.client,
      { id: ID, revision: 1 },
      {
        state: () => this.state,
        dispatch: (tr) => (this.state = this.state.apply(tr)),
        setEditable: (editable) => (this.editable = editable),
      },
    );
  }
  /** Puts words at the end of the text. */
  type(words: string) {
    this.state = this.state.apply(this.state.tr.insertText(words, this.state.doc.content.size - 1));
    this.saving.changed();
  }
  get words() {
    return this.state.doc.lastChild?.textContent;
  }
  libraryHas(words: string) {
    this.host.answers['articles.open'] = () => stored(ID, 7, story(words));
  }
  /** What the library was asked, in order, from now on. */
  get asked() {
    return this.host.calls.map(({ name }) => name);
  }
}
const stored = (id: string, revision: number, doc: DocJson): Article => ({
  id,
  revision,
  schema: 2,
  createdAt: 0,
  editedAt: 0,
  trashedAt: null,
  doc,
});

test('what is typed is saved upon what was opened, and only then said to be', async () => {
  const desk = new Desk();
  desk.type(' Ships waited.');
  expect(desk.saving.state.kind).toBe('unsaved');
  await desk.saving.flush();
  expect(desk.saving.state.kind).toBe('saved');
  expect(desk.host.calls).toHaveLength(1);
  expect(desk.host.calls[0]?.input).toMatchObject({ id: ID, baseRevision: 1, sender: { turn: 1 } });
  expect(await desk.saving.saved()).toEqual({ revision: 2, doc: desk.state.doc });
});

test('a library that refuses keeps everybody from letting the text go', async () => {
  const desk = new Desk();
  desk.host.answers['articles.save'] = () => {
    throw new StetError('storage/full', 'The disk is full.');
  };
  desk.type(' Ships waited.');
  await expect(desk.saving.flush()).rejects.toMatchObject({ code: 'articles/not-saved', message: 'The disk is full.' });
  expect(await desk.saving.saved()).toBeNull();
});

test('a window that goes sends what has no answer, and a browser is told when that is too much', () => {
  const desk = new Desk();
  desk.type(' Ships waited.');
  expect(desk.saving.isTooMuchToLeaveWith).toBe(false);
  desk.type('Ships waited. '.repeat(2_000));
  expect(desk.saving.isTooMuchToLeaveWith).toBe(true);
  desk.saving.leave();
  expect(desk.asked).toEqual(['articles.save']);
});

test('after it was let go nothing is sent', async () => {
  const desk = new Desk();
  desk.type(' Ships waited.');
  desk.saving.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.asked).toEqual([]);
});

async function inConflict(): Promise<Desk> {
  const desk = new Desk();
  desk.host.answers['articles.save'] = () => ({ conflict: { revision: 7 } });
  desk.libraryHas('Sun.');
  desk.type(' Mine.');
  await expect(desk.saving.flush()).rejects.toMatchObject({ code: 'articles/conflict' });
  return desk;
}

test('after a conflict both are kept: mine in an article of its own, and nothing is typed in between', async () => {
  const desk = await inConflict();
  const copies: unknown[] = [];
  desk.host.answers['articles.create'] = ({ doc }: InputOf<'articles.create'>) => {
    copies.push(doc);
    expect(desk.editable).toBe(false);
    return stored(idOf('copy'), 1, doc as DocJson);
  };
  expect(await desk.saving.keepCopy()).toBe(idOf('copy'));
  expect(copies).toMatchObject([{ content: [{}, {}, {}, { content: [{ text: 'Fog. Mine.' }] }] }]);
  expect(desk.words).toBe('Sun.');
  expect(desk.editable).toBe(true);
  expect(desk.saving.state.kind).toBe('saved');
});

test('a copy that could not be made leaves the text where it is, to be written on', async () => {
  const desk = await inConflict();
  desk.host.answers['articles.create'] = () => {
    throw new StetError('storage/full', 'The disk is full.');
  };
  await expect(desk.saving.keepCopy()).rejects.toMatchObject({ code: 'storage/full' });
  expect(desk.words).toBe('Fog. Mine.');
  expect(desk.editable).toBe(true);
});

test('the library’s version in place of mine is one step of undo, and what follows is saved upon it', async () => {
  const desk = await inConflict();
  await desk.saving.reload();
  expect(desk.words).toBe('Sun.');
  undo(desk.state, (tr) => (desk.state = desk.state.apply(tr)));
  desk.saving.changed();
  expect(desk.words).toBe('Fog. Mine.');
  desk.host.answers['articles.save'] = ({ baseRevision }) => ({ saved: { revision: baseRevision + 1, editedAt: 0 } });
  await desk.saving.flush();
  expect(await desk.saving.saved()).toEqual({ revision: 8, doc: desk.state.doc });
});
