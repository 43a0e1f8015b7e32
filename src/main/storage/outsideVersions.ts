import type { Article } from '../../core/article/article';
import { StetError } from '../../core/errors';
import { articleFile, newArticleId } from './articleFile';
import type { DurableFile } from './durableFile';
import { identityOf, type FileSystem } from './fileSystem';
import type { KnownFiles } from './knownFiles';
import { setAside } from './setAside';

/** Who hears of what was found in an article's place. */
export interface OutsideListener {
  /** The version of another program is an article of its own now. */
  kept(id: string, copy: Article, file: DurableFile<Article>): void;
  /** A damaged file was set aside under this name. */
  setAside(id: string, name: string): void;
}

/** Keeps what another program put in an article's place from being overwritten. */
export class OutsideVersions {
  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly known: KnownFiles,
    private readonly listener: OutsideListener,
  ) {}

  /**
   * Sees to it that the file in the way is one that this article was made from. Another program's version becomes an article
   * of its own. Costs one look at the file where nobody has touched it. Rejects, and then nothing may be
   * replaced: `articles/newer`, and the errors of storage.
   */
  async makeWay({ id, revision }: Article): Promise<void> {
    const file = articleFile(this.fs, this.folder, id);
    if (this.known.mayReplace(id, revision, await identityOf(this.fs, file.path))) return;
    const outside = await this.readOrSetAside(file, id);
    if (!outside || !this.known.isForeign(id, revision, file.checksum)) return;
    const copy = { ...outside, id: newArticleId(), revision: 1 };
    const copied = articleFile(this.fs, this.folder, copy.id);
    await copied.write(copy);
    this.listener.kept(id, copy, copied);
    // Kept once: should the save fail after all, its repetition replaces the file without a second copy.
    this.known.wrote(id, outside.revision, file);
  }

  private async readOrSetAside(file: DurableFile<Article>, id: string): Promise<Article | null> {
    try {
      return await file.read();
    } catch (error) {
      if (!(error instanceof StetError) || error.code !== 'articles/unreadable') throw error;
      this.listener.setAside(id, await setAside(this.fs, file.path));
      return null;
    }
  }
}
