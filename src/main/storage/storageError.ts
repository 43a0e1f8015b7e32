import { StetError } from '../../core/errors';
import { errnoOf } from './fileSystem';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** True when the error says that nothing may be written there. */
export const isReadOnly = (error: unknown): boolean =>
  READ_ONLY.has(errnoOf(error)) || (error instanceof StetError && error.code === 'storage/read-only');

/** What a failed file operation means to the writer: `storage/full`, `storage/read-only` or `storage/failed`. A StetError stays what it is. */
export function storageError(cause: unknown): StetError {
  if (cause instanceof StetError) return cause;
  const errno = errnoOf(cause);
  if (FULL.has(errno)) {
    return new StetError(
      'storage/full',
      'The disk is full. Your text is kept here: make room, and it can be saved.',
      { errno },
      { cause },
    );
  }
  if (READ_ONLY.has(errno)) {
    return new StetError(
      'storage/read-only',
      'The library’s folder cannot be written. Your text is kept here: export a copy elsewhere, or allow writing to the folder.',
      { errno },
      { cause },
    );
  }
  if (errno === 'ENOENT') {
    return new StetError(
      'storage/failed',
      'The library’s folder is gone: it was moved, or its disk unplugged. Your text is kept here: put the folder back, or copy the text.',
      { errno },
      { cause },
    );
  }
  return new StetError(
    'storage/failed',
    'The disk did not take or give a file. Your text is kept here: try again, and export a copy elsewhere if it goes on.',
    { errno },
    { cause },
  );
}
