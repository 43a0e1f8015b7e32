import type { Article } from '../../core/article/article';
import { readAhead } from '../../core/article/summary';
import { entryOf, type ArticleIndex } from './articleIndex';
import type { FileStamp } from './fileSystem';

/** Long enough for the answer to a save to leave first, in milliseconds. */
const PAUSE_MS = 20;
/** Counting gives others their turn after so long; milliseconds. */
const SLICE_MS = 8;

interface Waiting {
  article: Article;
  file: FileStamp;
}

/** Counts the words of saved articles when nobody waits, and a long one's a little at a time: that can take longer than the save itself. */
export class LateSummaries {
  private readonly waiting = new Map<string, Waiting>();
  private timer: NodeJS.Timeout | null = null;
  private working: Promise<void> | null = null;

  constructor(private readonly index: ArticleIndex) {}

  put(article: Article, { size, modified }: FileStamp): void {
    this.waiting.set(article.id, { article, file: { size, modified } });
    this.timer ??= setTimeout(() => void this.settle(), PAUSE_MS);
  }

  /** Lets go of one that is removed. */
  forget(id: string): void {
    this.waiting.delete(id);
  }

  /** Puts what waits into the index: before it is looked at. */
  async settle(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    while (this.waiting.size > 0) await (this.working ??= this.work().finally(() => (this.working = null)));
  }

  private async work(): Promise<void> {
    for (let next = this.first(); next; next = this.first()) {
      const [id, waits] = next;
      const { article, file } = waits;
      for (
        let since = performance.now();
        !readAhead(article, () => performance.now() - since > SLICE_MS);
        since = performance.now()
      )
        await new Promise((resolve) => setImmediate(resolve));
      // Saved anew or removed meanwhile.
      if (this.waiting.get(id) !== waits) continue;
      this.waiting.delete(id);
      this.index.set(id, entryOf(article, file));
    }
  }

  private first(): [string, Waiting] | undefined {
    return this.waiting.entries().next().value;
  }
}
