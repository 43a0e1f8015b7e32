import { lineValue } from './label';
import { siteLabels } from './labels/labels';

/** A person as a line names one; `between` is what stood between name and role. */
export interface NamedPerson {
  name: string;
  role: string | null;
  between: string;
}

const PARTICLES = new Set(
  'de da do dos das du des del della di van von der den dem ter ten te la le el al bin ibn ben bint zu zum zur af av y e'.split(
    ' ',
  ),
);
const NAME_WORD = /^(?:(?:\p{L}{1,2}[’'])?\p{Lu}[\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*\.?|(?:\p{Lu}\.-?){1,4})$/u;
const ABBREVIATED = /^(?:(?:\p{Lu}\.-?){0,3}\p{Lu}|[JS]r|Dr|Mr|Mrs|Ms|St|Prof)\.$/u;
const ROLES = new Set(siteLabels.flatMap(({ roles }) => roles));

/** True for what is written like a person's name: capitalised words and particles, at least `least` of them. */
export function isName(text: string, least: number): boolean {
  if (text.length > 80) return false;
  const words = text.trim().split(/\s+/u);
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  return (
    words.length >= least &&
    words.length <= 6 &&
    !PARTICLES.has(last) &&
    (/^\p{Lu}/u.test(first) || PARTICLES.has(first)) &&
    words.every(
      (word) =>
        PARTICLES.has(word) || (word.length <= 40 && NAME_WORD.test(word) && (!word.endsWith('.') || ABBREVIATED.test(word))),
    )
  );
}

/** True when one of its words is a role ("editor") in any language known. */
export const hasRoleWord = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s,()]+/u)
    .some((word) => ROLES.has(word));

const ROLE_JOINT = /\s*,\s*|\s+[-–—|/]\s+|\s*\(/u;

/** "Name, role", "Name (role)", "Name – role" or a name alone; null when the first part is not written like a name of `least` words. */
export function personIn(text: string, least: number): NamedPerson | null {
  if (text.length > 300) return null;
  const joint = ROLE_JOINT.exec(text);
  const name = lineValue(joint ? text.slice(0, joint.index) : text, 200);
  if (name === null || !isName(name, least)) return null;
  if (!joint) return { name, role: null, between: '' };
  const rest = text.slice(joint.index + joint[0].length);
  const bracketed = joint[0].includes('(');
  if (bracketed && !rest.trimEnd().endsWith(')')) return null;
  const role = lineValue(bracketed ? rest.trimEnd().slice(0, -1) : rest, 200);
  // A role is a few words, not a sentence that happens to begin with a name.
  if (role === null || /[.;:!?]$/u.test(role) || role.split(/\s+/u).length > 12) return null;
  return { name, role, between: bracketed ? `${joint[0]})` : joint[0] };
}
