import { expect, test } from 'vitest';
import { parseDocument } from '../../core/document/schema';
import { article, p } from '../../core/document/testing/builders';
import { countAhead, digestOf } from './digest';

const PARAGRAPHS = 50;
const long = () =>
  parseDocument(
    article(
      { headline: 'Not counted', standfirst: 'Five words stand over it' },
      ...Array.from({ length: PARAGRAPHS }, () => p('one two three')),
    ),
  );

test('counting ahead does a block at least each time, comes to its end, and the digest says the same without it', () => {
  const doc = long();
  let calls = 1;
  while (!countAhead(doc, -1)) calls++;
  expect(calls).toBe(PARAGRAPHS + 1);
  expect(countAhead(doc, -1)).toBe(true);
  expect(digestOf(doc).words).toBe(5 + PARAGRAPHS * 3);
  expect(digestOf(long()).words).toBe(5 + PARAGRAPHS * 3);
});
