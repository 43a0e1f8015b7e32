import fc from 'fast-check';
import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { articleOf } from '../../../bench/copy';
import { examine } from '../../core/checks/examine';
import type { Finding } from '../../core/checks/finding';
import type { DocJson } from '../../core/document/json';
import { parseDocument } from '../../core/document/schema';
import { article, b, doc, p, quote, related } from '../../core/document/testing/builders';
import { loadLexicon } from '../../core/repair/lexicon';
import { acceptAll, acceptProof, replaceWords } from './acceptProof';
import { MenuState } from './menus.svelte';
import { wordsIn, type PlacedFound } from './proof';
import { askProof, findingsIn, marksAt, proofPlugin, proofVersion, takeProof } from './proofPlugin';
import { proofKey } from './proofState';
import { setDocAttributes } from './replaceDocument';

const lexicon = await loadLexicon('en');

/** A text as it is edited, looked through like the host does it. */
class Text {
  state: EditorState;
  constructor(story: DocJson) {
    this.state = EditorState.create({ doc: parseDocument(story), plugins: [proofPlugin(new MenuState()), history()] });
  }
  do(make: (tr: Transaction) => Transaction): this {
    this.state = this.state.apply(make(this.state.tr));
    return this;
  }
  examined(): this {
    const of = this.state.doc;
    this.do(askProof);
    return this.answered(this.found(), of);
  }
  found(): Finding[] {
    return examine(this.state.doc.toJSON() as DocJson, { of: 'text', lexicon });
  }
  answered(findings: readonly Finding[], of = this.state.doc, last = true): this {
    return this.do((tr) => takeProof(tr, findings, of, last));
  }
  type(words: string, before: string): this {
    return this.do((tr) => tr.insertText(words, this.at(before)));
  }
  /** Where some words begin. */
  at(words: string): number {
    let at = -1;
    this.state.doc.descendants((node, pos) => {
      const index = node.isTextblock ? wordsIn(node).indexOf(words) : -1;
      if (index >= 0 && at < 0) at = pos + 1 + index;
    });
    return at;
  }
  /** What stands under each mark now. */
  marked(): string[] {
    return this.list().map(({ at }) => (at ? this.state.doc.textBetween(at.from, at.to, '|', '\n') : ''));
  }
  list(): readonly PlacedFound[] {
    return findingsIn(this.state).shown;
  }
  words(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, '\n');
  }
}

const story = doc(p('They left ', b('the'), 'Harbour at dawn, TK.'), p('He saw the the quay.'), quote({}, 'We left theQuay.'));

test('marks stand under the words that were found', () => {
  expect(new Text(story).examined().marked()).toEqual(['theHarbour', 'TK', 'the the', 'We left', 'theQuay']);
});

test('they move with the words at once, and go when the words change', () => {
  const text = new Text(story).examined();
  const version = proofVersion(text.state);
  text.type('At night, ', 'They').type(' Nobody knew.', '.');
  expect(text.marked()).toEqual(['theHarbour', 'TK', 'the the', 'We left', 'theQuay']);
  expect(proofVersion(text.state)).toBe(version);
  text.type('x', 'Harbour');
  expect(text.marked()).toEqual(['TK', 'the the', 'We left', 'theQuay']);
  expect(proofVersion(text.state)).not.toBe(version);
});

test('letters typed at the edge of the words make others of them; a space does not', () => {
  expect(new Text(story).examined().type(' ', ', TK').type(' ', '.').marked()).toContain('TK');
  expect(new Text(story).examined().type('X', '.').marked()).not.toContain('TK');
  expect(new Text(story).examined().type('X', 'TK').marked()).not.toContain('TK');
});

test('an answer that comes late is moved through what was typed meanwhile', () => {
  const text = new Text(story);
  const of = text.state.doc;
  text.do(askProof);
  const findings = text.found();
  text.type('At night, ', 'They').type('x', 'the quay');
  expect(text.answered(findings, of).marked()).toEqual(['theHarbour', 'TK', 'We left', 'theQuay']);
});

test('an answer in parts comes to the same as one that comes whole, whatever is typed in between', () => {
  const words = fc.constantFrom('So TK. ', 'the the quay ', 'theHarbour ', 'left at dawn. ', '“We left ');
  const typed = fc.record({ at: fc.nat(), what: fc.constantFrom('x', ' ', 'TK ', '.') });
  fc.assert(
    fc.property(
      fc.array(fc.array(words, { maxLength: 5 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(typed, { maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 3 }),
      (texts, sizes, keys, passed) => {
        const [whole, parts] = [0, 1].map(() => new Text(article({}, ...texts.map((text) => p(text.join('')))))) as [Text, Text];
        const both = (act: (text: Text) => unknown) => [whole, parts].forEach(act);
        const shown = (text: Text) => {
          const { shown: list, rejected } = findingsIn(text.state);
          return [list, rejected].map((some) => some.map(({ id, at }) => `${id} ${at?.from}`).sort());
        };
        // What was found and passed over before must not show.
        both((text) => text.examined());
        const rejections = passed.flatMap((at) => whole.list()[at % Math.max(1, whole.list().length)]?.id ?? []);
        both((text) => text.do((tr) => setDocAttributes(tr, { rejections: [...new Set(rejections)] })));
        const type = ({ at, what }: { at: number; what: string }) =>
          both((text) => text.do((tr) => tr.insertText(what, 7 + (at % (text.state.doc.content.size - 7)))));
        keys.slice(0, 2).forEach(type);
        const [of, ofParts, findings] = [whole.state.doc, parts.state.doc, whole.found()];
        both((text) => text.do(askProof));
        const waiting = keys.slice(2);
        let from = 0;
        for (const size of sizes) {
          parts.answered(findings.slice(from, from + size), ofParts, false);
          from += size;
          const key = waiting.shift();
          if (key) type(key);
        }
        parts.answered(findings.slice(from), ofParts);
        whole.answered(findings, of);
        expect(shown(parts)).toEqual(shown(whole));
      },
    ),
    { numRuns: 200 },
  );
});

test('what is found again as it was is not drawn again', () => {
  const text = new Text(story).examined();
  // The editor draws a mark anew when what stands behind it is another.
  const drawn = () =>
    proofKey
      .getState(text.state)!
      .marks.find()
      .map(({ spec }) => spec as object);
  const before = drawn();
  expect(before).toHaveLength(5);
  text.examined();
  expect(drawn().map((mark) => before.indexOf(mark))).toEqual([0, 1, 2, 3, 4]);
  text.type('Then the the ', 'He saw').examined();
  expect(drawn().map((mark) => before.indexOf(mark))).toEqual([0, 1, -1, 2, 3, 4]);
});

test('an answer that nobody waits for is not shown', () => {
  const text = new Text(story);
  expect(text.answered(text.found()).marked()).toEqual([]);
});

test('what is not where it says gets no mark', () => {
  const wrong: Finding = {
    kind: 'x',
    level: 'hint',
    message: 'x',
    before: 'other',
    place: { path: [3], attribute: null, from: 0, to: 5 },
  };
  const text = new Text(story).do(askProof);
  expect(text.answered([wrong]).list()).toMatchObject([{ at: null, proposals: [] }]);
});

test('accepting changes the words, keeps their marks and the cursor, and one undo takes it back', () => {
  const text = new Text(story).examined();
  text.do((tr) => tr.setSelection(TextSelection.create(tr.doc, text.at('at dawn'))));
  const before = text.state.doc;
  const [found] = text.list();
  text.do((tr) => acceptProof(tr, found!, found!.proposals[0]!));
  expect(text.words()).toContain('the Harbour at dawn');
  expect(text.state.selection.head).toBe(text.at('at dawn'));
  expect(text.marked()).toEqual(['TK', 'the the', 'We left', 'theQuay']);
  undo(text.state, (tr) => (text.state = text.state.apply(tr)));
  expect(text.state.doc.eq(before)).toBe(true);
});

test('the writer’s own words instead of those proposed', () => {
  const text = new Text(story).examined();
  text.do((tr) => replaceWords(tr, text.list()[0]!, 'the old Harbour'));
  expect(text.words()).toContain('left the old Harbour at');
  expect(text.state.doc.nodeAt(text.at('the old'))?.marks.map(({ type }) => type.name)).toEqual(['bold']);
});

test('many at once, also in the title of a read also', () => {
  const text = new Text(doc(related('Read', 'theEast and theWest'), p('theNorth and theSouth.'))).examined();
  text.do(
    (tr) =>
      acceptAll(
        tr,
        text.list().filter(({ proposals }) => proposals.length === 1),
      ).tr,
  );
  expect(text.words()).toContain('the North and the South.');
  expect(text.state.doc.child(3).attrs.title).toBe('the East and the West');
});

test('a title that is written anew loses its findings', () => {
  const text = new Text(doc(related('Read', 'theEast'), p('theNorth.'))).examined();
  const pos = text.list().find(({ attribute }) => attribute === 'title')?.at?.from ?? -1;
  text.do((tr) => tr.setNodeAttribute(pos, 'title', 'Other'));
  expect(text.list().filter(({ attribute }) => attribute === 'title')).toEqual([]);
});

test('what is rejected is neither marked nor found again, until it is taken back', () => {
  const text = new Text(story).examined();
  const [found] = text.list();
  const reject = (rejections: string[]) => text.do((tr) => setDocAttributes(tr, { rejections }));
  reject([found!.id]);
  expect(text.marked()).toEqual(['TK', 'the the', 'We left', 'theQuay']);
  expect(marksAt(text.state, text.at('theHarbour'))).toEqual([]);
  expect(text.type('At night, ', 'They').examined().marked()).toEqual(['TK', 'the the', 'We left', 'theQuay']);
  expect(findingsIn(text.state).rejected.map(({ id }) => id)).toEqual([found!.id]);
  reject([]);
  expect(text.marked()).toContain('theHarbour');
});

test('two that are alike are told apart', () => {
  const text = new Text(article({}, p('So TK.'), p('So TK.'))).examined();
  expect(new Set(text.list().map(({ id }) => id)).size).toBe(2);
});

test('at 50,000 words a key visits the block that it changes, and no other', () => {
  const text = new Text(articleOf(50_000));
  // More marks than a careful page ever has.
  const marks: Finding[] = [];
  text.state.doc.forEach((node, _pos, index) => {
    if (node.type.name !== 'paragraph') return;
    const before = node.textContent.slice(0, 5);
    marks.push({ kind: 'x', level: 'hint', message: 'x', before, place: { path: [index], attribute: null, from: 0, to: 5 } });
  });
  text.do(askProof).answered(marks);
  expect(text.list().length).toBeGreaterThan(500);
  const { doc: before } = text.state;
  const at = text.list()[400]!.at!.to + 8;
  const visited = new Set<number>();
  before.forEach((node, _pos, index) => {
    const { content, nodeSize } = node;
    // Adding up lengths is no visit: a position in a document is found by it.
    Object.defineProperty(node, 'nodeSize', { value: nodeSize });
    Object.defineProperty(node, 'content', {
      get: () => {
        visited.add(index);
        return content;
      },
    });
  });
  text.do((tr) => tr.insertText('x', at));
  expect(visited.size).toBeGreaterThan(0);
  expect(visited.size).toBeLessThanOrEqual(2);
});

test('what is found again in the same words is the same mark, also where blocks came before it; what says something else is another', () => {
  const text = new Text(doc(p('First.'), p('It was was late.'), p('They they left.'))).examined();
  const before = text.list();
  expect(before.length).toBeGreaterThan(1);
  text.do((tr) => tr.insert(text.at('First.') - 1, tr.doc.type.schema.node('paragraph', null, tr.doc.type.schema.text('New.'))));
  text.examined();
  const [was, they] = [text.list()[0], text.list()[1]];
  expect(was?.finding).toBe(before[0]?.finding);
  expect(they?.finding).toBe(before[1]?.finding);
  const told = text.found().map((finding) => ({ ...finding, message: `${finding.message} Indeed.` }));
  text.do(askProof).answered(told);
  expect(text.list()[0]?.finding.message).toMatch(/Indeed\.$/u);
});
