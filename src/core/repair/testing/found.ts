import { doc, p } from '../../document/testing/builders';
import type { BlockJson, DocJson } from '../../document/json';
import type { Finding } from '../../checks/finding';
import { findingOf } from '../findings';
import type { Kind } from '../kind';
import { loadLexicon } from '../lexicon';
import { readPage } from '../page';
import { repairsIn } from '../registry';

export const inLanguage = (language: string, ...blocks: (string | BlockJson)[]): DocJson => {
  const story = doc(...blocks.map((block) => (typeof block === 'string' ? p(block) : block)));
  return { ...story, attrs: { ...story.attrs, language } };
};

/** What one kind finds in paragraphs of a language. */
export async function findings(kind: Kind, language: string, ...blocks: (string | BlockJson)[]): Promise<Finding[]> {
  const page = readPage(inLanguage(language, ...blocks));
  return repairsIn(page, await loadLexicon(language), [kind]).map((repair) => findingOf(page, repair));
}

/** The same as `before → after`; what only a person can settle as `before → ?`. */
export const found = async (kind: Kind, language: string, ...blocks: (string | BlockJson)[]): Promise<string[]> =>
  (await findings(kind, language, ...blocks)).map(({ before, after }) => `${before} → ${after ?? '?'}`);
