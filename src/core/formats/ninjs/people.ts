import { isoInstant, type Fields, type Person } from '../../article/fields';
import * as v from 'valibot';
import { fieldSpecs } from '../../article/fields';
import { isSafeUrl } from '../../article/url';
import { embargoNotice } from '../embargoNotice';
import { authorsIn } from '../page/recognise/byline';
import { cleanLine } from './words';
import { itemsOf, textOf, type Item } from './item';

/** Who wrote an item: its creators with the roles that the by-line gives them, else the names of the by-line. */
export function personsOf(item: Item, own: boolean, language: string): Person[] {
  const line = textOf(item['by']) ?? textOf(item['byline']) ?? '';
  const creators = [...itemsOf(item['people']), ...itemsOf(item['person'])].filter(({ rel }) =>
    /^(?:creator|author|writer|byline)$/iu.test(textOf(rel) ?? ''),
  );
  const people = creators.flatMap(({ name, uri }): Person[] => {
    const said = textOf(name);
    const url = textOf(uri);
    return said === null
      ? []
      : [{ name: own ? said : cleanLine(said, 200), role: null, url: url !== null && isSafeUrl(url) ? url : null }];
  });
  const found = own ? withRoles(people, line) : people.length > 0 ? people : (namesIn(line, language) ?? []);
  return v.is(fieldSpecs.byline, found) ? found : [];
}

/** The by-line as Stet writes it: `Name, role; Name`. */
function withRoles(people: readonly Person[], line: string): Person[] {
  let rest = line;
  return people.map((person, at) => {
    if (!rest.startsWith(person.name)) return person;
    rest = rest.slice(person.name.length);
    const next = people[at + 1];
    const end = next ? rest.indexOf(`; ${next.name}`) : rest.length;
    const role = rest.startsWith(', ') && end >= 0 ? rest.slice(2, end) : null;
    rest = end >= 0 ? rest.slice(end + 2) : '';
    return { ...person, role };
  });
}

function namesIn(line: string, language: string): Person[] | null {
  const text = cleanLine(line, 200);
  if (text === '') return null;
  const found = authorsIn(text, language) ?? authorsIn(`By ${text}`, 'en');
  // What is more than names is one: a by-line is printed as it stands.
  return found?.people ?? [{ name: text.replace(/^by\s+/iu, ''), role: null, url: null }];
}

/** An instant as a field may hold it; null for anything else. */
export function instantOf(value: unknown): string | null {
  const text = (textOf(value) ?? '')
    .trim()
    .replace(/([+-]\d{2})(\d{2})$/u, '$1:$2')
    .replace(/(\.\d{3})\d+/u, '$1');
  return v.is(isoInstant, text) ? text : null;
}

/** When it may be out. ninjs says no zone: Stet's own items name it in the line for editors. */
export function embargoOf(item: Item, own: boolean, language: string): Fields['embargo'] {
  const instant = instantOf(item['embargoedUntil'] ?? item['embargoed']);
  if (instant === null) return null;
  const line = own ? (textOf(item['edNote']) ?? '') : '';
  const named = /, ([^,]+?)(?: \(UTC[^)]*\))?$/u.exec(line)?.[1];
  const embargo = { instant, zone: named ?? 'UTC' };
  const fits = v.is(fieldSpecs.embargo, embargo) && embargoNotice({ embargo, language })?.line === line;
  return named !== undefined && fits ? embargo : { instant, zone: 'UTC' };
}
