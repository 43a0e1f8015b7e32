import type { BatchFile } from '../../core/importing/batch';

/** A file for an import, and the file of the browser that it is: that one knows more of a picture. */
export interface ChosenFile extends BatchFile {
  file: Blob & { name: string };
}

/** A file of a chooser; one of a chosen folder knows its path in it. */
export const chosenFile = (file: File): ChosenFile => asChosen(file, file.webkitRelativePath || file.name);

/** Everything that was let go over the window: files, and what is in folders. Must be called while the event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const given = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return given.map(chosenFile);
  const found: ChosenFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, '', found);
  return found;
}

/** A folder without end is none: `takeIn` refuses that many files. */
const MOST = 50_000;

async function walk(entry: FileSystemEntry, before: string, found: ChosenFile[]): Promise<void> {
  if (found.length > MOST) return;
  const path = `${before}${entry.name}`;
  if (isFile(entry)) found.push(asChosen(await fileOf(entry), path));
  else if (isFolder(entry)) for (const child of await childrenOf(entry)) await walk(child, `${path}/`, found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader gives its entries piece by piece, and none at the end. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function asChosen(file: File, path: string): ChosenFile {
  return { path, size: file.size, file, chosen: !path.includes('/'), read: async () => new Uint8Array(await file.arrayBuffer()) };
}
