import { Node as NodeClass, type Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { describe, expect, test, vi } from 'vitest';
import { StetError } from '../../core/errors';
import { applyChanges, type DocumentChanges } from '../../core/document/changes';
import { checkDocument, parseDocument } from '../../core/document/schema';
import { article, p } from '../../core/document/testing/builders';
import type { DocJson } from '../../core/document/json';
import type { SaveAnswer } from '../../core/rpc/articleMethods';
import { Autosave, SAVE_WITHIN_MS, type SaveState, type Timers } from './autosave';

class FakeTimers implements Timers {
  now = 0;
  #next = 0;
  readonly #due = new Map<number, { at: number; run: () => void }>();
  set(run: () => void, ms: number) {
    this.#due.set(++this.#next, { at: this.now + ms, run });
    return this.#next;
  }
  clear(timer: unknown) {
    this.#due.delete(timer as number);
  }
  /** Lets time pass, and everything that is waiting for an answer run. */
  async pass(ms: number) {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const [id, first] = [...this.#due].sort((a, b) => a[1].at - b[1].at)[0] ?? [];
      if (id === undefined || first === undefined || first.at > end) break;
      this.#due.delete(id);
      this.now = Math.max(this.now, first.at);
      first.run();
    }
    this.now = end;
    await settled();
  }
}

const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

/** A library with one article that answers when it is told to. */
class Library {
  doc: DocJson;
  revision = 1;
  readonly sent: DocumentChanges[] = [];
  open = 0;
  mostOpen = 0;
  hold: Promise<void> = Promise.resolve();
  /** By turn: on its way to the library, and on its way back. */
  readonly holdTurn: Record<number, Promise<void>> = {};
  readonly answerTurn: Record<number, Promise<void>> = {};
  fail: StetError | null = null;
  loseAnswer = false;

  constructor(readonly start: Node) {
    this.doc = start.toJSON() as DocJson;
  }
  #last = { turn: 0, base: 0, revision: 0, doc: null as DocJson | null };

  async save(base: number, changes: DocumentChanges, turn: number): Promise<SaveAnswer> {
    this.sent.push(changes);
    this.mostOpen = Math.max(this.mostOpen, ++this.open);
    await this.hold;
    await this.holdTurn[turn];
    this.open--;
    if (this.fail) throw this.fail;
    const again = this.#last.base === base && this.#last.revision === this.revision ? this.#last.doc : null;
    const upon = base === this.revision ? this.doc : again;
    if (!upon || turn <= this.#last.turn) return { conflict: { revision: this.revision } };
    this.doc = checkDocument(applyChanges(upon, changes));
    this.revision++;
    this.#last = { turn, base, revision: this.revision, doc: upon };
    await this.answerTurn[turn];
    if (this.loseAnswer) {
      this.loseAnswer = false;
      throw new StetError('host/gone', 'Stet lost its library for a moment.');
    }
    return { saved: { revision: this.revision, editedAt: 0 } };
  }
  read = async () => ({ revision: this.revision, doc: parseDocument(this.doc) });
}

function writing(
  start = parseDocument(article({ headline: 'Harbour closed' }, p('Fog lay over the quay.'), p('Ships waited.'))),
) {
  const timers = new FakeTimers();
  const library = new Library(start);
  const states: SaveState['kind'][] = [];
  const autosave = new Autosave({ revision: 1, doc: start }, library, (state) => states.push(state.kind), timers);
  let doc = start;
  const type = (text: string) => {
    doc = new Transform(doc).insert(doc.content.size - 1, doc.type.schema.text(text)).doc;
    autosave.changed(doc);
  };
  return {
    timers,
    library,
    states,
    autosave,
    type,
    words: () => doc.textContent,
    doc: () => doc,
    stored: () => parseDocument(library.doc),
  };
}

test('a change is sent within 250 ms', async () => {
  const { timers, library, autosave, type, doc, stored } = writing();
  type(' Then they left.');
  expect(autosave.state.kind).toBe('unsaved');
  await timers.pass(SAVE_WITHIN_MS - 1);
  expect(library.sent).toHaveLength(0);
  await timers.pass(1);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

test('continuous typing is sent every 250 ms, not after it stops', async () => {
  const { timers, library, type } = writing();
  for (let key = 0; key < 100; key++) {
    type('a');
    await timers.pass(50);
  }
  expect(library.sent.length).toBeGreaterThanOrEqual(15);
  expect(library.sent.every(({ splices }) => splices.length === 1 && splices[0]?.insert.length === 1)).toBe(true);
});

test('one request is out at a time, and what was typed meanwhile follows when it returns', async () => {
  const { timers, library, autosave, type, doc, stored } = writing();
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
  const { timers, library, states, type } = writing();
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
  const { timers, library, autosave, type, doc } = writing();
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
  const { timers, library, autosave, type, doc, stored } = writing();
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
  const { timers, library, autosave, type } = writing();
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
  const { timers, library, autosave, type, doc, stored } = writing();
  library.loseAnswer = true;
  type('one');
  await timers.pass(250);
  expect(autosave.state.kind).toBe('failed');
  type(' two');
  await timers.pass(1000);
  expect(autosave.state.kind).toBe('saved');
  expect(stored().eq(doc())).toBe(true);
});

describe('a window that goes', () => {
  const door = () => {
    let open: () => void = () => undefined;
    return { wait: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
  };

  test('sends what was typed before the call returns, also while a save is out', async () => {
    const { timers, library, autosave, type, doc, stored } = writing();
    const first = door();
    library.holdTurn[1] = first.wait;
    type('one');
    await timers.pass(300);
    type(' two');
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
    first.open();
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('sends it once more when the save under way carries it already: that one may go with the window', async () => {
    const { library, autosave, type, doc, stored } = writing();
    library.holdTurn[1] = new Promise(() => undefined);
    type('one');
    void autosave.flush();
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('sends it once, however many things tell it to go', async () => {
    const { library, autosave, type, doc, stored } = writing();
    type('one');
    autosave.leave();
    autosave.leave();
    expect(library.sent).toHaveLength(1);
    type(' two');
    autosave.leave();
    expect(library.sent).toHaveLength(2);
    await settled();
    expect(stored().eq(doc())).toBe(true);
  });

  test('knows how much it would have to carry', async () => {
    const { timers, autosave, type } = writing();
    expect(autosave.unanswered).toBe(0);
    type('a long paste '.repeat(10_000));
    expect(autosave.unanswered).toBeGreaterThan(130_000);
    await timers.pass(300);
    expect(autosave.unanswered).toBe(0);
  });

  test('sends nothing when everything is saved', async () => {
    const { timers, library, autosave, type } = writing();
    type('one');
    await timers.pass(300);
    autosave.leave();
    expect(library.sent).toHaveLength(1);
  });

  test('takes back what was undone while its save is out', async () => {
    const { timers, library, autosave, type, stored } = writing();
    library.answerTurn[1] = new Promise(() => undefined);
    type('one');
    await timers.pass(300);
    autosave.changed(library.start);
    autosave.leave();
    await settled();
    expect(stored().eq(library.start)).toBe(true);
  });

  test.each([
    ['the first arrives last', 'holdTurn', 1],
    ['the second arrives last', 'holdTurn', 2],
    ['the first is answered last', 'answerTurn', 1],
    ['the second is answered last', 'answerTurn', 2],
  ] as const)('goes on as ever when it stays after all: %s', async (_, where, turn) => {
    const { timers, library, autosave, type, doc, stored } = writing();
    const [both, late] = [door(), door()];
    library.hold = both.wait;
    library[where][turn] = late.wait;
    type('one');
    await timers.pass(300);
    type(' two');
    autosave.leave();
    both.open();
    await timers.pass(300);
    type(' three');
    await timers.pass(300);
    expect(autosave.state.kind).toBe('saving');
    late.open();
    await timers.pass(300);
    type(' four');
    await timers.pass(300);
    expect(autosave.state.kind).toBe('saved');
    expect(stored().eq(doc())).toBe(true);
    expect(library.sent).toHaveLength(4);
  });

  test('tells of a failure of the later save alone', async () => {
    const { timers, library, autosave, type, doc, stored } = writing();
    library.fail = new StetError('storage/full', 'The disk is full.');
    const second = door();
    library.holdTurn[2] = second.wait;
    type('one');
    await timers.pass(300 - SAVE_WITHIN_MS - 1);
    void autosave.flush();
    type(' two');
    autosave.leave();
    await settled();
    expect(autosave.state.kind).toBe('saving');
    library.fail = null;
    second.open();
    await settled();
    expect(autosave.state.kind).toBe('saved');
    expect(stored().eq(doc())).toBe(true);
  });
});

test('going back to the acknowledged document is saved without a request', async () => {
  const { timers, library, autosave, type } = writing();
  type('a');
  autosave.changed(library.start);
  expect(autosave.state.kind).toBe('saved');
  await timers.pass(1000);
  expect(library.sent).toHaveLength(0);
});

test('a flush resolves when everything typed before it is in the library', async () => {
  const { library, autosave, type, doc, stored } = writing();
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
