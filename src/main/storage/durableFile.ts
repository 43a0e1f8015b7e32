import type { Adapter } from 'lowdb';
import { StetError } from '../../core/errors';
import { seal, unseal, type Kind } from './envelope';
import { errnoOf, type FileIdentity, type FileSystem } from './fileSystem';
import { storageError } from './storageError';
import { writeDurably, type Steps } from './writeDurably';

/** How data of one kind is written to and read from a file. */
export interface FileFormat<T> {
  kind: Kind;
  area: 'articles' | 'library' | 'session';
  /** The shape written now. */
  schema: number;
  /** Migrates from `schema` and checks; throws any error when it is not such data. */
  parse(data: unknown, schema: number): T;
  /** The data's own revision; without it the file counts its writes. */
  revisionOf?(data: T): number;
}

/**
 * A lowdb adapter whose writes are durable and whose reads never pass damage off as emptiness:
 * null means that there is no file, anything that is not whole is an error.
 * Errors of reading: `<area>/unreadable`, `<area>/newer`, `storage/failed`; of writing: those of `writeDurably`.
 */
export class DurableFile<T> implements Adapter<T> {
  /** Of the last read or write. */
  revision = 0;
  /** True when the last read found that another program had changed the data. */
  edited = false;
  /** Of the data last read, or last handed to the disk, also when the disk then failed. */
  checksum = '';
  /** The file of the last read or write; null when there is none. */
  identity: FileIdentity | null = null;

  constructor(
    private readonly fs: FileSystem,
    readonly path: string,
    private readonly format: FileFormat<T>,
    /** What else belongs to a write. */
    private readonly steps: Steps = {},
  ) {}

  async read(): Promise<T | null> {
    let bytes: Uint8Array;
    try {
      // Before the content: of a file that is replaced in between it must not be thought that its newest content is known.
      this.identity = await this.fs.stat(this.path);
      bytes = await this.fs.read(this.path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') {
        this.identity = null;
        return null;
      }
      throw storageError(error);
    }
    return this.open(bytes);
  }

  async write(data: T): Promise<void> {
    const { kind, schema } = this.format;
    const revision = this.format.revisionOf?.(data) ?? this.revision + 1;
    const { bytes, checksum } = seal({ kind, schema, revision }, data);
    this.checksum = checksum;
    this.identity = await writeDurably(this.fs, this.path, bytes, this.steps);
    this.revision = revision;
    this.edited = false;
  }

  private open(bytes: Uint8Array): T {
    const { kind, schema, area, parse, revisionOf } = this.format;
    let newer: number;
    try {
      const opened = unseal(bytes, kind, schema);
      if (!('newer' in opened)) {
        const data = parse(opened.data, opened.header.schema);
        if (revisionOf && revisionOf(data) !== opened.header.revision)
          throw new TypeError('header and data are of different revisions');
        this.revision = opened.header.revision;
        this.edited = opened.edited;
        this.checksum = opened.checksum;
        return data;
      }
      newer = opened.newer;
    } catch (cause) {
      throw new StetError(
        `${area}/unreadable`,
        'This file is damaged. Stet leaves its content as it is and sets it aside.',
        {},
        { cause },
      );
    }
    throw new StetError(
      `${area}/newer`,
      'This was written by a newer Stet. Update Stet to open it; until then it stays as it is.',
      {
        schema: newer,
      },
    );
  }
}
