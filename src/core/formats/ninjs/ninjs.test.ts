import { expect, test } from 'vitest';
import { publicView } from '../../document/publicView';
import { article, b, p } from '../../document/testing/builders';
import { iceRoad } from '../html/testing/sample';
import { ninjsExporter } from './ninjs';

type Item = Record<string, unknown>;
const itemOf = (...story: Parameters<typeof article>) =>
  JSON.parse(ninjsExporter.write(publicView(article(...story)), { whole: true })) as Item;

/** Properties of a ninjs 3.1 item that Stet uses, and what the standard's schema says of each. */
const schema: Record<string, (value: unknown) => boolean> = {
  uri: (value) => URL.canParse(String(value)),
  standard: (value) => Object.keys(value as object).every((key) => ['name', 'version', 'schema'].includes(key)),
  type: (value) => value === 'text',
  representationType: (value) => value === 'full',
  profile: (value) => value === 'Stet',
  language: isString,
  firstCreated: isDateTime,
  versionCreated: isDateTime,
  embargoedUntil: isDateTime,
  edNote: isString,
  by: isString,
  people: listOf(['rel', 'name', 'uri'], []),
  slugline: isString,
  located: isString,
  headlines: listOf(['role', 'contentType', 'value'], ['value']),
  descriptions: listOf(['role', 'contentType', 'value'], ['value']),
  subjects: listOf(['rel', 'name'], []),
  bodies: listOf(['role', 'contentType', 'charCount', 'wordCount', 'value'], ['value']),
};
function isString(value: unknown): boolean {
  return typeof value === 'string';
}
function isDateTime(value: unknown): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u.test(String(value));
}
function listOf(known: readonly string[], required: readonly string[]) {
  return (value: unknown): boolean =>
    Array.isArray(value) &&
    value.every(
      (item: object) =>
        Object.keys(item).every((key) => known.includes(key)) &&
        required.every((key) => key in item && item[key as never] !== ''),
    );
}

test('a whole story is an item with nothing in it that ninjs does not know', () => {
  const item = JSON.parse(ninjsExporter.write(publicView(iceRoad), { whole: true })) as Item;
  for (const [name, value] of Object.entries(item)) expect([name, schema[name]?.(value)]).toEqual([name, true]);
  expect(item).toMatchObject({
    uri: 'https://example.org/north/ice-road',
    firstCreated: '2026-02-03T09:30:00+01:00',
    located: 'KARASELV',
    headlines: [{ role: 'main', value: 'The ice road opens three weeks late' }, { role: 'kicker' }],
  });
});

test('an instant without seconds gains them; an article without an address is named after its slug', () => {
  const item = itemOf({ slug: 'ice', publishedAt: '2026-02-03T09:30Z' }, p('It ', b('opens'), '.'));
  expect(item).toMatchObject({
    uri: 'urn:x-stet:ice',
    firstCreated: '2026-02-03T09:30:00Z',
    versionCreated: '2026-02-03T09:30:00Z',
  });
  expect(item['bodies']).toEqual([
    { role: 'main', contentType: 'text/html', charCount: 9, wordCount: 2, value: '<p>It <strong>opens</strong>.</p>' },
    { role: 'plain', contentType: 'text/plain', charCount: 9, value: 'It opens.' },
  ]);
  expect(itemOf({}, p('Words.'))['uri']).toBe('urn:x-stet:untitled');
});
