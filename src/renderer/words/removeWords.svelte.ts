import type { FoundWords, RemovedWords } from '../../core/rpc/wordMethods';
import type { AppState } from '../state/app.svelte';
import { inWords } from '../state/trouble';

/** One visit to the dialog “Remove these words everywhere”. */
export class RemoveWords {
  words = $state('');
  by = $state('[removed]');
  inside = $state(false);
  found = $state.raw<FoundWords | null>(null);
  /** Articles that the writer has ticked. */
  ticked = $state.raw<ReadonlySet<string>>(new Set());
  done = $state.raw<RemovedWords | null>(null);
  busy = $state(false);
  failed = $state('');

  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  get ready(): boolean {
    return this.words.trim().length >= 2 && !this.busy;
  }

  /** Other words were typed: what was found is no longer what would go. */
  again(): void {
    this.found = null;
    this.failed = '';
  }

  async look(): Promise<void> {
    if (!this.ready) return;
    await this.#working(async () => {
      await this.#app.draft?.flush();
      this.found = await this.#app.client['words.find'](this.#what());
      this.ticked = new Set(this.found.articles.map(({ id }) => id));
    });
  }

  tick(id: string, on: boolean): void {
    const next = new Set(this.ticked);
    if (on) next.add(id);
    else next.delete(id);
    this.ticked = next;
  }

  async remove(): Promise<void> {
    if (!this.found || this.busy) return;
    await this.#working(async () => {
      await this.#app.draft?.flush();
      this.done = await this.#app.client['words.remove']({ ...this.#what(), ids: [...this.ticked] });
      // The text at hand and its undo still know the words.
      await this.#app.reopen();
      await this.#app.refresh();
    });
  }

  async cancel(): Promise<void> {
    await this.#app.attempt(() => this.#app.client['words.cancel']());
  }

  #what() {
    return { words: this.words.trim(), by: this.by.trim(), inside: this.inside };
  }

  async #working(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failed = '';
    this.#app.progress.words = null;
    try {
      await work();
    } catch (error) {
      this.failed = inWords(error);
    } finally {
      this.busy = false;
    }
  }
}

const count = (number: number, one: string, many: string) => (number === 1 ? `1 ${one}` : `${number} ${many}`);

/** Where words were found beside the articles, as a line says it. */
export function placeInWords({ kind, count: number }: FoundWords['places'][number]): string {
  switch (kind) {
    case 'series':
      return `Names of series and outside pieces: ${count(number, 'place', 'places')}, replaced`;
    case 'sites':
      return `Names, sections and folders of sites: ${count(number, 'place', 'places')}, replaced`;
    case 'house-words':
      return `House words in the settings: ${count(number, 'entry', 'entries')}, removed`;
    case 'left-versions':
      return `History of articles that are gone: ${count(number, 'version', 'versions')}, rewritten`;
    case 'arriving':
      return `An import under way: ${count(number, 'article that is', 'articles that are')} still coming, not looked through; look again when it is done`;
    case 'backups':
      return `Automatic backups: ${count(number, 'archive', 'archives')}, deleted; a new one is made`;
    case 'set-aside':
      return `Files set aside: ${count(number, 'file', 'files')}, deleted`;
    case 'foreign':
      return `Files that another program left in the library’s folder: ${count(number, 'file', 'files')}, left to you`;
  }
}

/** How often words stand in an article, as a line says it. */
export function placesInWords({ text, versions }: FoundWords['articles'][number]): string {
  const parts = [
    ...(text > 0 ? [count(text, 'place in the text', 'places in the text')] : []),
    ...(versions > 0 ? [count(versions, 'entry of its history', 'entries of its history')] : []),
  ];
  return parts.join(', ');
}
