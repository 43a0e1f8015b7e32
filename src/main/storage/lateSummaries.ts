import type { Article } from '../../core/article/article';
import { entryOf, type ArticleIndex } from './articleIndex';
import type { FileStamp } from './fileSystem';

/** Long enough for the answer to a save to leave first, in milliseconds. */
const PAUSE_MS = 20;

/** Counts the words of saved articles when nobody waits: that can take longer than the save itself. */
export class LateSummaries {
  private readonly waiting = new Map<string, { article: Article; file: FileStamp }>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly index: ArticleIndex) {}

  put(article: Article, { size, modified }: FileStamp): void {
    this.waiting.set(article.id, { article, file: { size, modified } });
    this.timer ??= setTimeout(() => this.settle(), PAUSE_MS);
  }

  /** Puts what waits into the index at once: before it is looked at. */
  settle(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const [id, { article, file }] of this.waiting) this.index.set(id, entryOf(article, file));
    this.waiting.clear();
  }
}
