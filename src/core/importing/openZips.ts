import { StetError } from '../errors';
import { entriesOf } from '../formats/zip/unzip';
import { limits, type BatchFile, type LeftFile } from './batch';

/**
 * The files with those of the zips among them that were chosen themselves; a zip inside a folder or a zip stays closed.
 * One that cannot be opened is in `left`, unless it is all that there is. Errors: `import/unreadable`, `import/too-large`.
 */
export async function openZips(chosen: readonly BatchFile[]): Promise<{ files: BatchFile[]; left: LeftFile[] }> {
  const files: BatchFile[] = [];
  const left: LeftFile[] = [];
  for (const file of chosen) {
    if (!/^[^/]+\.zip$/iu.test(file.path)) {
      files.push(file);
      continue;
    }
    const before = chosen.length === 1 ? '' : `${file.path.replace(/\.zip$/iu, '')}/`;
    try {
      const { entries, refused } = await opened(file);
      files.push(...entries.map((entry) => ({ ...entry, path: `${before}${entry.path}` })));
      left.push(...refused.map(({ path, why }) => ({ file: `${before}${path}`, why: `Left closed: ${why}.`, failed: true })));
    } catch (error) {
      if (!(error instanceof StetError) || chosen.length === 1) throw error;
      left.push({ file: file.path, why: error.message, failed: true });
    }
  }
  if (files.length > limits.files)
    throw new StetError(
      'import/batch-too-large',
      `These are more than ${limits.files} files. Nothing was imported; take one folder after another.`,
    );
  return { files, left };
}

async function opened(file: BatchFile): Promise<ReturnType<typeof entriesOf>> {
  if (file.size > limits.zip)
    throw new StetError(
      'import/too-large',
      `This zip is larger than ${limits.zip / 1_000_000} MB. Unpack it and import the folder, or divide it.`,
    );
  return entriesOf(await file.read(), limits.files);
}
