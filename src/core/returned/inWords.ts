import type { InlineJson } from '../document/json';
import { attributesInWords } from '../history/changedValues';
import { textOf, type AnyBlock } from '../history/inline';
import type { ListedChange } from './listChanges';

/** A change as words alone: what stands around it in `lead` and `tail`, and what it makes of `before`. */
export interface ChangeInWords {
  lead: string;
  before: string;
  after: string;
  tail: string;
  /** What the writer made of the same place. */
  mine: string | null;
}

const plain = (content: readonly InlineJson[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' ' : '…')).join('');

const blockInWords = (block: AnyBlock | null): string =>
  block ? [textOf(block), ...attributesInWords(block).map(({ value }) => value)].filter((text) => text !== '').join(' — ') : '';

/** A change for a line of text: the command line, a label. */
export function changeInWords({ shown }: ListedChange): ChangeInWords {
  switch (shown.kind) {
    case 'words': {
      const of = (change: string) =>
        plain(shown.passages.filter((passage) => passage.change === change).flatMap(({ content }) => content));
      const first = shown.passages.findIndex(({ change, restyled }) => change !== 'same' || restyled);
      const last = shown.passages.findLastIndex(({ change, restyled }) => change !== 'same' || restyled);
      const around = (passages: typeof shown.passages) => plain(passages.flatMap(({ content }) => content));
      const restyled = around(shown.passages.filter((passage) => passage.restyled));
      return {
        lead: around(shown.passages.slice(0, first)),
        before: of('removed') || restyled,
        after: of('added') || restyled,
        tail: around(shown.passages.slice(last + 1)),
        mine: shown.mine && plain(shown.mine),
      };
    }
    case 'values': {
      const said = (side: 'before' | 'after') =>
        shown.values
          .map((value) => value[side])
          .filter(Boolean)
          .join('; ');
      return { lead: '', before: said('before'), after: said('after'), tail: '', mine: null };
    }
    case 'blocks': {
      const said = (side: 0 | 1) => shown.pairs.flatMap((pair) => blockInWords(pair[side]) || []).join(' / ');
      return { lead: '', before: said(0), after: said(1), tail: '', mine: null };
    }
    case 'comment':
      return { lead: plain(shown.about), before: '', after: shown.text, tail: '', mine: null };
  }
}

/** What a change does, in a word or two: “New”, “Taken out”, “Set differently”. */
export function verbOf({ change, shown }: ListedChange): string {
  switch (change.kind) {
    case 'blocks':
      if (change.base.length === 0) return 'New';
      if (change.desk.length === 0) return 'Taken out';
      if (change.desk.length > change.base.length) return 'Divided';
      return change.desk.length < change.base.length ? 'Joined' : 'Changed';
    case 'moved':
      return 'Moved';
    case 'comment':
      return 'Comment';
    case 'words': {
      const changed = shown.kind === 'words' ? shown.passages.filter((passage) => passage.change !== 'same') : [];
      return changed.length === 0 ? 'Set differently' : 'Changed';
    }
    default:
      return change.kind === 'field' && change.emptied ? 'Not in the copy' : 'Changed';
  }
}
