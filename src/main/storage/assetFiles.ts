import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isAssetName } from '../../core/article/picture';
import { StetError } from '../../core/errors';
import type { AssetStore, StoredAsset } from '../../core/ports/assets';
import { readPicture } from '../../core/pictures/readPicture';
import { errnoOf, identityOf, type FileSystem } from './fileSystem';
import { storageError } from './storageError';
import { Turns } from './turns';
import { isTemporaryName, writeDurably } from './writeDurably';

/** A temporary file of this age, in milliseconds, belongs to no write that is still under way. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Pictures in a folder, each named by the SHA-256 of its bytes. A file is written once and never replaced, so that writing
 * needs no lock: the command line may add pictures while a window has the library open.
 */
export class AssetFiles implements AssetStore {
  private readonly turns = new Turns();

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    /** Null, or why nothing is written. */
    private readonly readOnly: StetError | null,
  ) {}

  async put(bytes: Uint8Array): Promise<StoredAsset> {
    if (this.readOnly) throw this.readOnly;
    const picture = readPicture(bytes);
    if (picture.orientation !== 1) throw turned();
    const asset = `${createHash('sha256').update(picture.bytes).digest('hex')}.${picture.type}`;
    // In turn, so that the same picture handed over twice at once is written once.
    await this.turns.run(asset, () => this.write(asset, picture.bytes));
    return { asset, width: picture.width, height: picture.height };
  }

  async read(asset: string): Promise<Uint8Array> {
    if (!isAssetName(asset)) throw missing();
    try {
      return await this.fs.read(join(this.folder, asset));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') throw missing();
      throw storageError(error);
    }
  }

  async list(): Promise<readonly { asset: string; storedAt: number }[]> {
    const names = (await this.names()).filter(isAssetName);
    const found = await Promise.all(
      names.map(async (asset) => {
        const file = await this.identity(asset);
        return file ? [{ asset, storedAt: file.modified }] : [];
      }),
    );
    return found.flat();
  }

  async remove(asset: string): Promise<void> {
    if (this.readOnly) throw this.readOnly;
    if (!isAssetName(asset)) return;
    try {
      await this.fs.mayReplace?.();
      await this.fs.unlink(join(this.folder, asset));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw storageError(error);
    }
  }

  /** Removes what writes that never ended have left. `now` as in `Clock`. */
  async tidy(now: number): Promise<void> {
    for (const name of (await this.names()).filter(isTemporaryName)) {
      const file = await this.identity(name);
      // Left where it is it only takes room, and the next start tries again.
      if (file && now - file.modified > ABANDONED_MS) await this.fs.unlink(join(this.folder, name)).catch(() => undefined);
    }
  }

  private async write(asset: string, bytes: Uint8Array): Promise<void> {
    try {
      const there = await this.identity(asset);
      // A file of this name and length is this picture: it is called by its content. Anything else was cut off by another program.
      if (there?.size === bytes.length) return;
      await this.fs.makeFolder(this.folder);
      await writeDurably(this.fs, join(this.folder, asset), bytes);
    } catch (error) {
      throw storageError(error);
    }
  }

  private identity(name: string) {
    return identityOf(this.fs, join(this.folder, name));
  }

  private async names(): Promise<readonly string[]> {
    try {
      return await this.fs.names(this.folder);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return [];
      throw storageError(error);
    }
  }
}

const missing = () =>
  new StetError('pictures/missing', 'This picture’s file is not in the library any more. Choose the picture once more.');
const turned = () =>
  new StetError(
    'pictures/turned',
    'This picture lies on its side in its file. Drop it on the page in Stet’s window, which turns it, or save it upright first.',
  );
