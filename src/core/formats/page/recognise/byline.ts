import type { Person } from '../../../article/fields';
import type { PageDraft } from '../draft';
import { labelAt, lineValue } from '../label';
import { siteLabels } from '../labels/labels';
import { hasRoleWord, isName, personIn } from '../person';
import { sameWords } from '../shape';
import { linkTargetOf } from './related';

/** How many lines (a standfirst, a date) may stand between headline and by-line. */
const REACH = 3;

/** "By Ann Smith, Moscow correspondent" near the headline, when every part is written like a name or a role. */
export function recogniseByline(page: PageDraft): void {
  if (page.headline === null) return;
  for (const item of page.free().slice(0, REACH)) {
    const found = item.text !== null && item.block?.type === 'paragraph' ? authorsIn(item.text, page.language) : null;
    if (item.text === null || !found || linkTargetOf(item.block) !== null) continue;
    const names = found.people.map(({ name }) => name).join();
    if (page.byline === null) {
      page.byline = found.people;
      page.furniture.push(...found.furniture);
      page.take(item, 'by-line');
    } else if (sameWords(names, page.byline.map(({ name }) => name).join())) {
      page.leaveOut(item, item.text, 'by-line repeated');
      page.take(item, 'left out');
    }
    return;
  }
}

const functionWords = new Set(siteLabels.flatMap((site) => site.functionWords));

/** A few words that name a role or begin small, and do not begin as the rest of a sentence would ("said the mayor"). */
const isRole = (text: string): boolean =>
  (hasRoleWord(text) || /^\p{Ll}/u.test(text)) &&
  text.split(/\s+/u).length <= 6 &&
  !functionWords.has(text.toLowerCase().split(/\s+/u)[0] ?? '');

/** The people of a by-line, or null when any part of it is doubtful. */
export function authorsIn(text: string, language: string): { people: Person[]; furniture: string[] } | null {
  if (text.length > 200) return null;
  const primary = language.split('-')[0] ?? '';
  const labels = siteLabels.filter((site) => site.language === primary || site.language === 'en');
  const found = labelAt(
    text,
    labels.flatMap(({ by }) => by),
  );
  if (!found || found.before !== '' || found.joint === 'alone' || found.joint === 'glued') return null;
  const alone = found.rest.includes(',') ? null : personIn(found.rest, 2);
  if (alone && alone.role !== null) {
    return {
      people: [{ name: alone.name, role: alone.role, url: null }],
      furniture: [found.label, found.between, alone.between],
    };
  }
  const joints = labels.flatMap(({ and }) => and).filter((word) => /^[\p{L}&]+$/u.test(word));
  const conjunction = new RegExp(`,?\\s+(?:${joints.join('|')})\\s+`, 'u');
  const parts = found.rest.split(conjunction);
  const furniture = [found.label, found.between, ...(found.rest.match(new RegExp(conjunction, 'gu')) ?? [])];
  const people: Person[] = [];
  for (const part of parts) {
    for (const [index, piece] of part.split(',').entries()) {
      if (index > 0) furniture.push(',');
      const value = lineValue(piece, 200);
      if (value === null) return null;
      const last = people.at(-1);
      if (index > 0 && last?.role === null && isRole(value)) last.role = value;
      else if (isName(value, 2) && !hasRoleWord(value) && (index === 0 || parts.length > 1))
        people.push({ name: value, role: null, url: null });
      else return null;
    }
  }
  return people.length > 0 && people.length <= 20 && !people.some(({ role }) => role !== null && /[.;:!?]$/u.test(role))
    ? { people, furniture }
    : null;
}
