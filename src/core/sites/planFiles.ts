import type { Files, ManifestEntry } from './manifest';

/** What an export would do to a folder. */
export interface FilePlan {
  write: string[];
  same: string[];
  remove: string[];
  /**
   * Left as they are: changed since Stet wrote them, never Stet's, nobody knows whether they are still wanted, or the only copy of a
   * picture that is.
   */
  kept: { path: string; why: 'changed' | 'foreign' | 'unsure' | 'only' }[];
  /** Of Stet, and gone from the folder: removed by somebody else. */
  gone: string[];
}

/**
 * What to write and what to remove so that the folder holds what is wanted. `wanted` and `there` give the SHA-256 of each
 * file, `files` what Stet wrote. Only a file with the bytes that Stet wrote is ever replaced or removed; with `replace`, what
 * stands in the way of a wanted one is replaced too.
 */
export function planFiles(
  wanted: ReadonlyMap<string, string>,
  files: Files,
  there: ReadonlyMap<string, string>,
  replace: boolean,
): FilePlan {
  const plan: FilePlan = { write: [], same: [], remove: [], kept: [], gone: [] };
  for (const [path, sha256] of wanted) {
    const found = there.get(path);
    const known = files.get(path);
    if (found === sha256) plan.same.push(path);
    else if (found === undefined || isOurs(known, found) || replace) plan.write.push(path);
    else plan.kept.push({ path, why: known ? 'changed' : 'foreign' });
  }
  for (const [path, known] of files) {
    if (wanted.has(path)) continue;
    const found = there.get(path);
    if (found === undefined) plan.gone.push(path);
    else if (isOurs(known, found)) plan.remove.push(path);
    else plan.kept.push({ path, why: 'changed' });
  }
  return plan;
}

/** The same plan, where not every article can be read: what seems to be wanted no more may be the page of such a one, and stays. */
export function removingNothing(plan: FilePlan): FilePlan {
  return { ...plan, remove: [], kept: [...plan.kept, ...plan.remove.map((path) => ({ path, why: 'unsure' as const }))] };
}

/** The same plan, where some of what is wanted no more stays all the same: it holds what is nowhere else. */
export function keeping(plan: FilePlan, only: ReadonlySet<string>): FilePlan {
  const kept = plan.remove.filter((path) => only.has(path));
  return {
    ...plan,
    remove: plan.remove.filter((path) => !only.has(path)),
    kept: [...plan.kept, ...kept.map((path) => ({ path, why: 'only' as const }))],
  };
}

const isOurs = (known: ManifestEntry | undefined, found: string): boolean =>
  known !== undefined && (known.sha256 === found || known.was === found);

/** What the manifest says while the plan is carried out: whatever is cut off, the next export knows both versions as its own. */
export function filesDuring(
  plan: FilePlan,
  wanted: ReadonlyMap<string, ManifestEntry>,
  files: Files,
  there: ReadonlyMap<string, string>,
): Files {
  const during = new Map(files);
  for (const path of plan.write) {
    const entry = wanted.get(path);
    const was = there.get(path);
    if (entry) during.set(path, was === undefined ? entry : { ...entry, was });
  }
  return during;
}

/** What it says afterwards. A file that somebody changed and nobody wants any more is no longer Stet's. */
export function filesAfter(plan: FilePlan, wanted: ReadonlyMap<string, ManifestEntry>, files: Files): Files {
  const after = new Map<string, ManifestEntry>();
  for (const path of [...plan.write, ...plan.same]) {
    const entry = wanted.get(path);
    if (entry) after.set(path, entry);
  }
  for (const { path, why } of plan.kept) {
    const known = files.get(path);
    if (known && (why === 'unsure' || why === 'only' || wanted.has(path))) after.set(path, known);
  }
  return after;
}
