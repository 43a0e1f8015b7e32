import * as v from 'valibot';
import { StetError } from '../errors';

/** Its name in the folder of a site; generators pass over what begins with a dot. */
export const MANIFEST = '.stet-site.json';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const entry = v.strictObject({
  /** Of what Stet wrote there last, SHA-256 in hexadecimal. */
  sha256: hash,
  /** Of what stood there before, while an export is under way. */
  was: v.optional(hash),
  /** Which article it is of, by a name that only the library can tell. */
  page: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u))),
  /** The day in its name, so that it stays. */
  day: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u))),
  /** An article under embargo that the writer took along by name. */
  embargoed: v.optional(v.literal(true)),
});
export type ManifestEntry = v.InferOutput<typeof entry>;

/** A path inside the folder of the site: downwards only. */
const path = v.pipe(
  v.string(),
  v.maxLength(500),
  v.check((text) => text.split('/').every((step) => step !== '' && !step.startsWith('.') && !/[\\:\p{C}]/u.test(step))),
);
const manifest = v.strictObject({ stet: v.literal('site'), version: v.literal(1), site: hash, files: v.record(path, entry) });
/** What Stet wrote into the folder of a site. */
export type Files = ReadonlyMap<string, ManifestEntry>;

/**
 * The files of a manifest. `site` is the site by the name that stands in manifests.
 * Errors: `sites/manifest` when it cannot be read, `sites/taken` when it is of another site.
 */
export function readManifest(text: string | null, site: string): Files {
  if (text === null) return new Map();
  let found: v.InferOutput<typeof manifest>;
  try {
    found = v.parse(manifest, JSON.parse(text));
  } catch (cause) {
    throw new StetError(
      'sites/manifest',
      `The list of what Stet wrote into this folder (${MANIFEST}) is damaged or of a newer Stet, so nothing was changed. Update Stet, or move that file away: then what is there counts as yours.`,
      {},
      { cause },
    );
  }
  if (found.site !== site)
    throw new StetError(
      'sites/taken',
      'Another site of Stet is kept in this folder, so nothing was changed. Choose a folder of its own for this one.',
    );
  return new Map(Object.entries(found.files));
}

/** The files of a manifest, whichever site it is of; null for what is none. */
export function readFiles(text: string): Files | null {
  try {
    return new Map(Object.entries(v.parse(manifest, JSON.parse(text)).files));
  } catch {
    return null; // any other file of that name
  }
}

/** A manifest as it is written: the same files give the same bytes. */
export function writeManifest(site: string, files: Files): string {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = sorted.map(([name, { sha256, was, page, day, embargoed }]) => [name, { sha256, was, page, day, embargoed }]);
  return `${JSON.stringify({ stet: 'site', version: 1, site, files: Object.fromEntries(entries) }, null, 1)}\n`;
}
