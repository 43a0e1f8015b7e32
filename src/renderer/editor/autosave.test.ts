import { Node as NodeClass, type Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { expect, test, vi } from 'vitest';
import { StetError } from '../../core/errors';
import { parseDocument } from '../../core/document/schema';
import { article, p } from '../../core/document/testing/builders';
import { Autosave, SAVE_WITHIN_MS } from './autosave';
import { FakeTimers, saving, settled } from './testing/saving';

test('a change is sent within 250 ms', async () => {
  const { timers, library, autosave, type, doc, stored } = saving();
  type(' Then they left.');
  expect(autosave.state.kind).toBe('unsaved');
  await timers.pass(SAVE_WITHIN_MS - 1);
  expect(library.sent).toHaveLength(0);
  await timers.pass(1);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

test('continuous typing is sent every 250 ms, not after it stops', async () => {
  const { timers, library, type } = saving();
  for (let key = 0; key < 100; key++) {
    type('a');
    await timers.pass(50);
  }
  expect(library.sent.length).toBeGreaterThanOrEqual(15);
  expect(library.sent.every(({ splices }) => splices.length === 1 && splices[0]?.insert.length === 1)).toBe(true);
});

test('one request is out at a time, and what was typed meanwhile follows when it returns', async () => {
  const { timers, library, autosave, type, doc, stored } = saving();
  let answer: () => void = () => undefined;
  library.hold = new Promise((resolve) => (answer = resolve));
  type('one');
  await timers.pass(300);
  type(' two');
  await timers.pass(2000);
  expect(library.sent).toHaveLength(1);
  expect(autosave.state.kind).toBe('saving');
  answer();
  await timers.pass(1);
  expect(library.mostOpen).toBe(1);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

test('it never says saved while a word is not acknowledged', async () => {
  const { timers, library, states, type } = saving();
  let answer: () => void = () => undefined;
  library.hold = new Promise((resolve) => (answer = resolve));
  type('one');
  await timers.pass(250);
  type(' two');
  answer();
  await settled();
  expect(states).not.toContain('saved');
  await timers.pass(250);
  expect(states.at(-1)).toBe('saved');
});

test('a conflict stops saving until the writer has chosen', async () => {
  const { timers, library, autosave, type, doc } = saving();
  library.revision = 7;
  type('mine');
  await timers.pass(250);
  expect(autosave.state).toEqual({ kind: 'conflict', revision: 7 });
  type(' more');
  await timers.pass(60_000);
  await autosave.flush();
  expect(library.sent).toHaveLength(1);
  autosave.adopt(await library.read(), doc());
  await timers.pass(250);
  expect(autosave.state.kind).toBe('saved');
  expect(parseDocument(library.doc).eq(doc())).toBe(true);
});

test('a failure is told in the error’s words and tried again, ever more rarely', async () => {
  const { timers, library, autosave, type, doc, stored } = saving();
  library.fail = new StetError('storage/full', 'The disk is full. Make room and Stet saves by itself.');
  type('kept');
  await timers.pass(250);
  expect(autosave.state).toEqual({ kind: 'failed', message: 'The disk is full. Make room and Stet saves by itself.' });
  await timers.pass(60_000);
  const attempts = library.sent.length;
  expect(attempts).toBeGreaterThanOrEqual(5);
  expect(attempts).toBeLessThanOrEqual(8);
  library.fail = null;
  await timers.pass(30_000);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

test('after a failure the next edit, or a flush, tries at once', async () => {
  const { timers, library, autosave, type } = saving();
  library.fail = new StetError('storage/full', 'The disk is full.');
  type('a');
  await timers.pass(20_000);
  library.fail = null;
  type('b');
  await timers.pass(250);
  expect(autosave.state.kind).toBe('saved');

  library.fail = new StetError('storage/full', 'The disk is full.');
  type('c');
  await autosave.flush();
  expect(autosave.state.kind).toBe('failed');
  library.fail = null;
  await autosave.flush();
  expect(autosave.state.kind).toBe('saved');
});

test('a save whose answer was lost is recognised as our own and is no conflict', async () => {
  const { timers, library, autosave, type, doc, stored } = saving();
  library.loseAnswer = true;
  type('one');
  await timers.pass(250);
  expect(autosave.state.kind).toBe('failed');
  type(' two');
  await timers.pass(1000);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

test('going back to the acknowledged document is saved without a request', async () => {
  const { timers, library, autosave, type } = saving();
  type('a');
  autosave.changed(library.start);
  expect(autosave.state.kind).toBe('saved');
  await timers.pass(1000);
  expect(library.sent).toHaveLength(0);
});

test('a flush resolves when everything typed before it is in the library', async () => {
  const { library, autosave, type, doc, stored } = saving();
  type('one');
  const flushed = autosave.flush();
  type(' two');
  await flushed;
  expect(library.sent).toHaveLength(2);
  expect(stored().eq(doc())).toBe(true);
});

test('a keystroke in a draft of 50,000 words turns one block into JSON, not the draft', async () => {
  const paragraph = p('The council met again on Tuesday evening and put the vote off once more.');
  const start = parseDocument(article({}, ...Array.from({ length: 3600 }, () => paragraph)));
  const timers = new FakeTimers();
  let revision = 1;
  const save = () => Promise.resolve({ saved: { revision: ++revision, editedAt: 0 } });
  const autosave = new Autosave(
    { revision, doc: start },
    { save, read: () => Promise.reject(new Error('not asked')) },
    () => undefined,
    timers,
  );
  const toJSON = vi.spyOn(NodeClass.prototype, 'toJSON');
  try {
    autosave.changed(new Transform(start).insert(start.content.size - 1, start.type.schema.text('!')).doc);
    expect(toJSON).not.toHaveBeenCalled();
    await timers.pass(SAVE_WITHIN_MS);
    expect(autosave.state.kind).toBe('saved');
    expect(toJSON.mock.contexts.filter((node) => (node as Node).isBlock)).toHaveLength(1);
  } finally {
    toJSON.mockRestore();
  }
});
