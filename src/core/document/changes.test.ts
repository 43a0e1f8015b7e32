import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { applyChanges, changesBetween, documentChanges, type DocumentChanges } from './changes';
import type { DocJson } from './json';
import { documentSchema, parseDocument } from './schema';
import { article, p } from './testing/builders';

const draft = () => parseDocument(article({ headline: 'Ice road opens' }, p('one'), p('two'), p('three'), p('four')));
const asJson = (node: { toJSON(): unknown }) => node.toJSON() as DocJson;
/** Over the wire and back, as a window's changes travel. */
const sent = (changes: DocumentChanges | null): DocumentChanges => v.parse(documentChanges, JSON.parse(JSON.stringify(changes)));

describe('changes between two versions', () => {
  test('nothing changed is null', () => {
    const doc = draft();
    expect(changesBetween(doc, doc)).toBeNull();
  });

  test('only the changed blocks travel', () => {
    const before = draft();
    const schema = documentSchema();
    const at = (index: number) => before.content.content.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0);
    const after = before.copy(before.content.replaceChild(4, schema.node('paragraph', null, schema.text('two!'))));
    expect(changesBetween(before, after)).toEqual({
      fields: {},
      splices: [{ from: 4, remove: 1, insert: [{ type: 'paragraph', content: [{ type: 'text', text: 'two!' }] }] }],
      length: 7,
    });
    const removed = before.cut(0, at(6)); // "four" goes
    expect(changesBetween(before, removed)?.splices).toEqual([{ from: 6, remove: 1, insert: [] }]);
  });

  test('a field travels alone', () => {
    const before = draft();
    const after = before.type.create({ ...before.attrs, section: ['News'] }, before.content);
    expect(changesBetween(before, after)).toEqual({ fields: { section: ['News'] }, splices: [], length: 7 });
  });

  test('applying them gives the new version, whatever was edited', () => {
    const schema = documentSchema();
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ at: fc.nat(50), remove: fc.nat(3), words: fc.array(fc.stringMatching(/^[a-z]{1,5}$/u), { maxLength: 3 }) }),
          { maxLength: 6 },
        ),
        fc.boolean(),
        (edits, status) => {
          const before = draft();
          let body = before.content.content.slice(3);
          for (const { at, remove, words } of edits) {
            const index = at % (body.length + 1);
            body = body.toSpliced(index, remove, ...words.map((word) => schema.node('paragraph', null, schema.text(word))));
          }
          const attrs = status ? { ...before.attrs, status: 'ready' } : before.attrs;
          const after = before.type.create(attrs, [...before.content.content.slice(0, 3), ...body]);
          const changes = changesBetween(before, after);
          if (changes === null) expect(asJson(after)).toEqual(asJson(before));
          else expect(applyChanges(asJson(before), sent(changes))).toEqual(asJson(after));
        },
      ),
    );
  });

  test('unchanged blocks keep their identity in the host', () => {
    const base = asJson(draft());
    const changed = applyChanges(base, { fields: {}, splices: [{ from: 3, remove: 1, insert: [p('1')] }], length: 7 });
    expect(changed.content[4]).toBe(base.content[4]);
  });

  test.each<[string, DocumentChanges]>([
    ['another length', { fields: {}, splices: [], length: 9 }],
    ['a splice beyond the end', { fields: {}, splices: [{ from: 7, remove: 1, insert: [] }], length: 6 }],
    [
      'splices out of order',
      {
        fields: {},
        splices: [
          { from: 5, remove: 1, insert: [] },
          { from: 3, remove: 1, insert: [] },
        ],
        length: 5,
      },
    ],
  ])('changes of another base are refused: %s', (_what, changes) => {
    expect(() => applyChanges(asJson(draft()), changes)).toThrow(
      expect.objectContaining({ code: 'document/changes-do-not-fit' }),
    );
  });
});
