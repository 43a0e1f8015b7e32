import { Low } from 'lowdb';
import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import type { Damaged } from '../../core/ports/articles';
import { articleFile } from './articleFile';
import type { DurableFile } from './durableFile';
import type { FileSystem } from './fileSystem';
import type { KnownFiles } from './knownFiles';
import { setAside, setAsideFrom } from './setAside';
import { Turns } from './turns';

/** Reads the files of articles, and keeps the list of those that cannot be read. */
export class ArticleReader {
  /** What is done to the file of one article, reading included, is done in turn. */
  readonly turns = new Turns();
  private readonly bad = new Map<string, Damaged['code']>();

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly known: KnownFiles,
    /** False in a library of somebody else: then a damaged file stays where it is. */
    private readonly mayWrite: boolean,
    /** Called with the id of an article that has no readable file any more. */
    private readonly gone: (id: string) => void,
  ) {}

  /** Null when there is no file. A damaged one is set aside before the error. In turn, or two would set it aside at once, and a look would take an older version for the newest. Errors: `articles/unreadable`, `articles/newer`, `storage/failed`. */
  open(id: string): Promise<Article | null> {
    return this.turns.run(id, () => this.openNow(id));
  }

  /** The same for whoever has the turn. */
  async openNow(id: string): Promise<Article | null> {
    const file = articleFile(this.fs, this.folder, id);
    try {
      const db = new Low<Article | null>(file as DurableFile<Article | null>, null);
      await db.read();
      return db.data && this.known.read(db.data, file);
    } catch (error) {
      if (!(error instanceof StetError)) throw error;
      if (error.code === 'articles/newer') this.report(`${id}.json`, 'articles/newer');
      if (error.code === 'articles/unreadable') {
        this.known.forget(id);
        this.report(this.mayWrite ? await setAside(this.fs, file.path) : `${id}.json`);
      }
      if (error.code !== 'storage/failed') this.gone(id);
      throw error;
    }
  }

  /** Adds a file to the list of damage. */
  report(file: string, code: Damaged['code'] = 'articles/unreadable'): void {
    this.bad.set(file, code);
  }

  damaged(): readonly Damaged[] {
    return [...this.bad].map(([file, code]) => ({ file, code }));
  }

  /** True when a file of this article was set aside. */
  wasSetAside(id: string): boolean {
    return [...this.bad.keys()].some((name) => setAsideFrom(name) === `${id}.json`);
  }
}
