import { Fragment } from '@tiptap/pm/model';
import { Step, Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentSchema } from '../../core/document/schema';
import { article, b, li, p, quote, ul } from '../../core/document/testing/builders';
import { ReplaceManyStep, type Change } from './replaceManyStep';

const schema = documentSchema();
const doc = schema.nodeFromJSON(
  article({ headline: 'Head' }, p('one ', b('two'), ' three'), quote({}, 'four', 'five'), ul(li(p('six'), ul(li(p('seven')))))),
);
const blocks: { start: number; size: number }[] = [];
doc.descendants((node, pos) => {
  if (node.isTextblock) blocks.push({ start: pos + 1, size: node.content.size });
});

/** Up to three changes a block, apart and in order. */
const changes = fc
  .array(fc.tuple(fc.nat(blocks.length - 1), fc.nat(20), fc.nat(4), fc.constantFrom('', 'new', 'x')), { maxLength: 8 })
  .map((wanted) => {
    const places = wanted
      .map(([block, from, length, text]): Change => {
        const { start = 0, size = 0 } = blocks[block] ?? {};
        const at = Math.min(from, size);
        const content = text === '' ? Fragment.empty : Fragment.from(schema.text(text));
        return { from: start + at, to: start + Math.min(size, at + length), content };
      })
      .sort((a, z) => a.from - z.from || a.to - z.to);
    return places.filter((place, index) => place.from >= Math.max(0, ...places.slice(0, index).map(({ to }) => to + 1)));
  });

test('many places at once give what one after the other gives, and the inverse gives back the document', () => {
  fc.assert(
    fc.property(changes, (places) => {
      const step = new ReplaceManyStep(places);
      const made = step.apply(doc).doc;
      made?.check();
      const slow = new Transform(doc);
      for (const { from, to, content } of [...places].reverse()) slow.replaceWith(from, to, content);
      expect(made?.eq(slow.doc)).toBe(true);
      if (made) expect(step.invert(doc).apply(made).doc?.eq(doc)).toBe(true);
      for (let pos = 0; pos <= doc.content.size; pos++) expect(step.getMap().map(pos, 1)).toBe(slow.mapping.map(pos, 1));
      expect(
        Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())))
          .apply(doc)
          .doc?.eq(slow.doc),
      ).toBe(true);
    }),
  );
});

test('what would break the document is refused', () => {
  const across = { from: 2, to: doc.content.size - 3, content: Fragment.empty };
  expect(new ReplaceManyStep([across]).apply(doc).failed).not.toBeNull();
  const block = { from: blocks[1]?.start ?? 0, to: blocks[1]?.start ?? 0, content: Fragment.from(schema.node('paragraph')) };
  expect(new ReplaceManyStep([block]).apply(doc).failed).not.toBeNull();
});

test('it moves with edits before it, and goes with the words that it was about', () => {
  const { start = 0 } = blocks[3] ?? {};
  const step = new ReplaceManyStep([{ from: start, to: start + 3, content: Fragment.empty }]);
  const longer = new Transform(doc).insert(blocks[1]?.start ?? 0, schema.text('xx'));
  expect(step.map(longer.mapping)?.changes[0]).toMatchObject({ from: start + 2, to: start + 5 });
  const gone = new Transform(doc).delete(start - 1, start + 5);
  expect(step.map(gone.mapping)).toBeNull();
});
