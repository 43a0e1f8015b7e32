import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { StetError } from '../../../core/errors';
import { applyChanges, type DocumentChanges } from '../../../core/document/changes';
import { checkDocument, parseDocument } from '../../../core/document/schema';
import { article, p } from '../../../core/document/testing/builders';
import type { DocJson } from '../../../core/document/json';
import type { SaveAnswer } from '../../../core/rpc/articleMethods';
import { Autosave, type SaveState, type Timers } from '../autosave';

/** A clock that goes on when it is told to. */
export class FakeTimers implements Timers {
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

/** Lets everything run that waits for an answer. */
export const settled = async () => {
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

/** An article that is being written before such a library. */
export function saving(
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
