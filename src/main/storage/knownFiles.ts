import type { Article } from '../../core/article/article';
import type { DurableFile } from './durableFile';
import { isSameFile, type FileIdentity } from './fileSystem';

interface Known {
  /** Null when it is not known for certain: then the content decides. */
  identity: FileIdentity | null;
  checksum: string;
  /** Of a version that was handed to the disk without an answer that it is there. */
  attempted: string | null;
  revision: number;
  /** The highest revision that was handed to the disk. */
  tried: number;
  /** Another program's version, which nobody here has built upon yet. */
  outside: boolean;
}

/**
 * What this Stet knows of the articles' files from having read or written them, by which it notices that another program
 * (one that synchronises folders, an editor, a restored backup) has replaced one.
 */
export class KnownFiles {
  private readonly files = new Map<string, Known>();

  has(id: string): boolean {
    return this.files.has(id);
  }

  /** By what the file was known when it was last read or written here; undefined where it was neither. */
  identityOf(id: string): FileIdentity | null | undefined {
    return this.files.get(id)?.identity;
  }

  ids(): Iterable<string> {
    return this.files.keys();
  }

  forget(id: string): void {
    this.files.delete(id);
  }

  /** After a write that failed: from here on the file may be this version. */
  attempt(id: string, revision: number, checksum: string): void {
    const known = this.files.get(id) ?? { identity: null, checksum: '', attempted: null, revision: 0, tried: 0, outside: false };
    // Whoever goes on from it, upon what was there before, is still none who has read the other program's version.
    if (this.isOverlooked(id, revision)) known.revision = Math.max(known.revision, revision + 1);
    this.files.set(id, { ...known, attempted: checksum, tried: Math.max(known.tried, revision) });
  }

  /** After a write. */
  wrote(id: string, revision: number, { identity, checksum }: DurableFile<Article>): void {
    this.files.set(id, { identity, checksum, attempted: null, revision, tried: revision, outside: false });
  }

  /** After reading: the article, with a revision of its own where another program has changed it under the same one. */
  read(article: Article, file: DurableFile<Article>): Article {
    const { identity, checksum, edited } = file;
    const known = this.files.get(article.id);
    const ours = known !== undefined && (checksum === known.checksum || checksum === known.attempted);
    const outside = ours ? known.outside : edited || known !== undefined;
    const here = Math.max(known?.revision ?? 0, known?.tried ?? 0);
    let revision = article.revision;
    if (ours && checksum === known.checksum) revision = known.revision;
    // Whoever holds the version before must meet a conflict, or its changes would go into a text that they do not fit.
    else if (outside && (edited || revision <= here)) revision = Math.max(revision, here) + 1;
    this.files.set(article.id, { identity, checksum, attempted: null, revision, tried: Math.max(here, revision), outside });
    return revision === article.revision ? article : { ...article, revision };
  }

  /** True when a write may replace this file unread: it is there as last read or written, and the article builds upon it. */
  mayReplace(id: string, revision: number, found: FileIdentity | null): boolean {
    const known = this.files.get(id);
    return isSameFile(found, known?.identity ?? null) && !this.isOverlooked(id, revision);
  }

  /** True when the content of that checksum is another program's, and the article of that revision was not made from it. */
  isForeign(id: string, revision: number, checksum: string): boolean {
    const known = this.files.get(id);
    return (checksum !== known?.checksum && checksum !== known?.attempted) || this.isOverlooked(id, revision);
  }

  private isOverlooked(id: string, revision: number): boolean {
    const known = this.files.get(id);
    return known !== undefined && known.outside && revision <= known.revision;
  }
}
