import { dirname, join } from 'node:path';
import type { FileSystem, OpenFile } from '../fileSystem';
import { failure } from './faultyFileSystem';

interface File {
  bytes: Buffer;
  /** What the disk has for certain. */
  durable: Buffer;
  modified: number;
  inode: number;
}

let inodes = 0;
const identity = ({ bytes, modified, inode }: File) => ({ size: bytes.length, modified, inode });

/** Answers 0 up to, not including, `choices`; a test's source of chance. */
export type Choose = (choices: number) => number;

/** Files in memory that know what a power cut may take: every name and every content that was not synced, each by itself. */
export class MemoryFileSystem implements FileSystem {
  private names_ = new Map<string, File>();
  /** The names that the disk has for certain. */
  private durableNames = new Map<string, File>();
  private readonly folders = new Set<string>(['/']);
  private time = 0;

  async read(path: string) {
    return Buffer.from(this.at(path).bytes);
  }
  async create(path: string) {
    if (this.names_.has(path)) throw failure('EEXIST');
    const file: File = { bytes: Buffer.alloc(0), durable: Buffer.alloc(0), modified: ++this.time, inode: ++inodes };
    this.names_.set(path, file);
    return this.opened(file);
  }
  async append(path: string) {
    return this.names_.has(path) ? this.opened(this.at(path)) : this.create(path);
  }
  async rename(from: string, to: string) {
    const file = this.at(from);
    this.names_.delete(from);
    this.names_.set(to, file);
  }
  async link(from: string, to: string) {
    if (this.names_.has(to)) throw failure('EEXIST');
    this.names_.set(to, this.at(from));
  }
  async unlink(path: string) {
    this.at(path);
    this.names_.delete(path);
  }
  async makeFolder(path: string) {
    for (let folder = path; !this.folders.has(folder); folder = dirname(folder)) this.folders.add(folder);
  }
  async names(path: string) {
    if (!this.folders.has(path)) throw failure('ENOENT');
    return [...this.names_.keys()].filter((name) => dirname(name) === path).map((name) => name.slice(join(path, '/').length));
  }
  async stat(path: string) {
    return identity(this.at(path));
  }
  async syncFolder(path: string) {
    for (const name of [...this.durableNames.keys()]) if (dirname(name) === path) this.durableNames.delete(name);
    for (const [name, file] of this.names_) if (dirname(name) === path) this.durableNames.set(name, file);
  }

  /** Puts bytes there as another program would, durably. */
  put(path: string, bytes: string | Uint8Array): void {
    const content = Buffer.from(bytes as string);
    const file = { bytes: content, durable: content, modified: ++this.time, inode: ++inodes };
    this.names_.set(path, file);
    this.durableNames.set(path, file);
  }

  /** Sets the clock of the disk, and with it the time of every file. */
  shiftTimes(by: number): void {
    this.time += by;
    for (const file of this.names_.values()) file.modified += by;
  }

  /** The disk after a power cut: what was not synced is there, gone or torn, as `choose` says. */
  powerCut(choose: Choose): MemoryFileSystem {
    const after = new MemoryFileSystem();
    for (const folder of this.folders) after.folders.add(folder);
    const contents = new Map<File, Buffer>();
    const survived = (file: File) => {
      const known = contents.get(file) ?? torn(file, choose);
      contents.set(file, known);
      return known;
    };
    for (const name of new Set([...this.names_.keys(), ...this.durableNames.keys()])) {
      const [now, before] = [this.names_.get(name), this.durableNames.get(name)];
      const file = now === before || choose(2) === 0 ? before : now;
      if (file) after.put(name, survived(file));
    }
    return after;
  }

  private at(path: string): File {
    const file = this.names_.get(path);
    if (!file) throw failure('ENOENT');
    return file;
  }

  private opened(file: File): OpenFile {
    return {
      write: async (bytes, offset) => {
        file.bytes = Buffer.concat([file.bytes, bytes.subarray(offset)]);
        file.modified = ++this.time;
        return bytes.length - offset;
      },
      stat: async () => identity(file),
      sync: async () => {
        file.durable = file.bytes;
      },
      close: async () => undefined,
    };
  }
}

function torn(file: File, choose: Choose): Buffer {
  if (file.bytes.equals(file.durable)) return file.bytes;
  const { durable, bytes } = file;
  // A file that only grew keeps what was synced of it: those blocks are not written again.
  if (durable.length > 0 && bytes.subarray(0, durable.length).equals(durable)) {
    const added = bytes.subarray(durable.length);
    return Buffer.concat([durable, torn({ ...file, bytes: added, durable: Buffer.alloc(0) }, choose)]);
  }
  const length = choose(file.bytes.length + 1);
  // Blocks may reach the disk in any order: the start may be missing where the end is there.
  const kept = Buffer.from(file.bytes.subarray(0, length));
  return choose(2) === 0 ? kept : Buffer.concat([kept.fill(0), file.bytes.subarray(length)]);
}
