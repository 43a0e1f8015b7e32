import { limits, type BatchFile, type LeftFile } from './batch';
import { roleOf } from './fileNames';
import { listedPages } from './siteManifest';

/** What a batch holds. */
export interface Sorted {
  texts: BatchFile[];
  pictures: Map<string, BatchFile>;
  left: LeftFile[];
}

const LINK = 'It is a link to another place, which Stet does not follow. Put the file itself here.';

/** Tells texts and pictures from everything else, which is answered for: each by itself, or once for all of a kind. */
export async function sortFiles(files: readonly BatchFile[]): Promise<Sorted> {
  const texts: BatchFile[] = [];
  const pictures = new Map<string, BatchFile>();
  const left: LeftFile[] = [];
  const others = new Map<string, number>();
  const lists = await listedPages(files.filter(({ link }) => !link));
  const content = contentFolder(files);
  const seen = new Set<string>();
  for (const file of [...files].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const role = roleOf(file.path);
    if (role.kind === 'nothing' && !file.chosen) continue;
    if (file.path.split('/').length > limits.depth)
      left.push({ file: file.path, why: `It lies more than ${limits.depth} folders deep.` });
    else if (file.link && !(role.kind === 'other' && role.what === 'files of tools'))
      left.push({ file: file.path, why: LINK, failed: true });
    else if (seen.has(file.path))
      left.push({ file: file.path, why: 'Another file of this name is in this import.', failed: true });
    else if (role.kind === 'picture') pictures.set(file.path, file);
    else if (role.kind === 'list') left.push({ file: file.path, why: role.why });
    else if (role.kind === 'left') left.push({ file: file.path, why: role.why, failed: true });
    else if (lists.has(file.path))
      left.push({ file: file.path, why: 'A page of Stet’s own that lists the others; an export makes it again.' });
    else if (content !== null && !file.path.startsWith(content))
      others.set('files of a Hugo site outside its content', (others.get('files of a Hugo site outside its content') ?? 0) + 1);
    else if (role.kind === 'text' || file.chosen) texts.push(file);
    else if (role.kind === 'other') others.set(role.what, (others.get(role.what) ?? 0) + 1);
    seen.add(file.path);
  }
  for (const [what, count] of others)
    left.push({ file: what, why: count === 1 ? 'One file that holds no article.' : `${count} files that hold no article.` });
  return { texts, pictures, left };
}

/** The folder of a Hugo site in which its pages lie; null where the batch is no such site. */
function contentFolder(files: readonly BatchFile[]): string | null {
  const settings = files.find(({ path }) => /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/u.test(path));
  const root = settings?.path.replace(/[^/]*$/u, '');
  if (root === undefined || !files.some(({ path }) => path.startsWith(`${root}content/`))) return null;
  return `${root}content/`;
}
