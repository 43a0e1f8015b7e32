import { toBase64 } from '../../core/formats/base64';
import { isPacked } from '../../core/formats/isPacked';
import { StetError } from '../../core/errors';
import { listChanges, takenTogether, type ListedChange } from '../../core/returned/listChanges';
import { STRANGE, type ReturnedCopy } from '../../core/returned/material';
import type { ReturnPlan } from '../../core/returned/planReturn';
import { Review } from '../../core/returned/review';
import type { Client } from '../../core/rpc/createClient';
import { amendView } from '../editor/amendDocument';
import { decode } from '../../core/importing/decode';
import type { Draft } from './draft.svelte';

/** Largest file taken, in bytes: as an import. */
const MOST_BYTES = 32_000_000;

/** So many changes at once may take a second; the window says so first, which takes a frame. */
const MANY = 200;
const PAINT_MS = 30;

/** A copy that came back, beside its article. */
export interface Returned {
  article: string;
  copy: ReturnedCopy;
  review: Review;
  /** Changes that the writer has decided not to take. */
  left: ReadonlySet<string>;
  shown: boolean;
}

/** What the window asks of a draft. */
export type AmendedDraft = Pick<Draft, 'id' | 'document' | 'flush' | 'withView'>;

/** The copies that came back since the window was opened, by article. Nothing of it is stored. */
export class ReturnedState {
  /** The file that is being read; null while none is. */
  reading = $state<string | null>(null);
  /** True while so many changes are taken that it may last. */
  taking = $state(false);
  /** A copy that has little in common with its article, until the writer has said what to do with it. */
  strange = $state.raw<{ draft: AmendedDraft; copy: ReturnedCopy } | null>(null);
  #copies = $state.raw<ReadonlyMap<string, Returned>>(new Map());

  readonly #client: Client;
  readonly #lists = new WeakMap<ReturnPlan, readonly ListedChange[]>();
  /** Articles whose text was kept as a version before the first change was taken. */
  readonly #kept = new WeakSet<Review>();
  #turn: Promise<unknown> = Promise.resolve();
  #reads = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** The copy of an article, shown or put aside. */
  of(article: string): Returned | null {
    return this.#copies.get(article) ?? null;
  }

  /** Everything that a copy changes, in the order in which it is looked through. Costs nothing until the writer types. */
  listed({ review }: Returned): readonly ListedChange[] {
    let list = this.#lists.get(review.plan);
    if (!list) this.#lists.set(review.plan, (list = listChanges(review)));
    return list;
  }

  /** Reads a file and puts it beside the draft. Errors: those of saving, of the file, and of `returned.compare`. */
  async open(draft: AmendedDraft, file: File): Promise<void> {
    const read = ++this.#reads;
    this.reading = file.name;
    try {
      const source = await textOf(file);
      await draft.flush();
      const copy = await this.#client['returned.compare']({ id: draft.id, ...source, name: file.name, format: null });
      if (read !== this.#reads) return;
      if (copy.alike < STRANGE) this.strange = { draft, copy };
      else this.begin(draft, copy);
    } finally {
      if (read === this.#reads) this.reading = null;
    }
  }

  /** Lets go of the file that is being read. */
  stop(): void {
    this.#reads++;
    this.reading = null;
  }

  /** Puts a copy beside the draft. */
  begin(draft: AmendedDraft, copy: ReturnedCopy): void {
    this.strange = null;
    const review = new Review(copy.material, draft.document());
    this.#put({ article: draft.id, copy, review, left: new Set(), shown: true });
  }

  show(article: string, shown: boolean): void {
    const returned = this.#copies.get(article);
    if (returned) this.#put({ ...returned, shown });
  }

  /** Takes changes as one step of undo; before the first of a copy, the text is kept as a version. Errors: those of `history.keep`. */
  async take(draft: AmendedDraft, ids: readonly string[]): Promise<void> {
    const many = ids.length >= MANY;
    if (many) {
      this.taking = true;
      await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
    }
    try {
      await this.#change(draft, (taken) => new Set([...taken, ...ids]));
    } finally {
      if (many) this.taking = false;
    }
  }

  /** Takes back a change that was taken, whatever was taken after it: one step of undo. */
  takeBack(draft: AmendedDraft, id: string): Promise<void> {
    return this.#change(draft, (taken) => new Set([...taken].filter((each) => each !== id)));
  }

  /** The ids of what may be taken all at once. */
  together(returned: Returned): string[] {
    const { taken } = returned.review;
    return takenTogether(this.listed(returned)).filter((id) => !taken.has(id) && !returned.left.has(id));
  }

  leave(article: string, id: string, left: boolean): void {
    const returned = this.#copies.get(article);
    if (!returned) return;
    const others = [...returned.left].filter((each) => each !== id);
    this.#put({ ...returned, left: new Set(left ? [...others, id] : others) });
  }

  // One after the other: each counts from what the one before it made.
  #change(draft: AmendedDraft, step: (taken: ReadonlySet<string>) => ReadonlySet<string>): Promise<void> {
    const done = this.#turn.then(async () => {
      const returned = this.#copies.get(draft.id);
      if (!returned) return;
      const { review } = returned;
      if (!this.#kept.has(review)) {
        await draft.flush();
        await this.#client['history.keep']({ id: draft.id, name: null });
        this.#kept.add(review);
      }
      draft.withView((view) =>
        amendView(view, (doc) => {
          review.see(doc);
          return review.set(step(review.taken));
        }),
      );
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #put(returned: Returned): void {
    this.#copies = new Map([...this.#copies, [returned.article, returned]]);
  }
}

async function textOf(file: File): Promise<{ text: string; packed?: string }> {
  if (file.size > MOST_BYTES)
    throw new StetError('import/too-large', 'This file is too large for a copy of one article. Is it the right one?');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPacked(bytes)) return { text: '', packed: toBase64(bytes) };
  const decoded = decode(bytes);
  if (!decoded || decoded.text.trim() === '')
    throw new StetError(
      'returned/format',
      'There is no text in this file. Stet compares Word documents, Markdown and web pages.',
    );
  return { text: decoded.text };
}
