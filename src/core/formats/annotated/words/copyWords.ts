import type { Status } from '../../../article/fields';
import type { Finding } from '../../../checks/finding';
import type { Evidence } from '../../../document/evidence';
import type { Quotation } from '../../../quotes/quotations';

/** What the lines about some words are called. */
export type LineName =
  | 'who'
  | 'terms'
  | 'check'
  | 'baseline'
  | 'against'
  | 'minute'
  | 'original'
  | 'source'
  | 'address'
  | 'hiddenAddress'
  | 'saidOn'
  | 'kind'
  | 'note'
  | 'leftOut';

/** The words of an annotated copy itself, in one language. */
export interface CopyWords {
  /** What stands on every page; by it an importer knows one. */
  mark: string;
  /** Who Word says has commented, and in short. */
  author: readonly [name: string, initials: string];
  untitled: string;
  /** Between a label and what it says. */
  colon: string;
  quotes: readonly [open: string, close: string];
  status: string;
  statuses: Readonly<Record<Status, string>>;
  articleNotes: string;
  annotations: string;
  toWords: string;
  findings: { failed: string; none: string; open: string };
  levels: Readonly<Record<Finding['level'], string>>;
  nameLeftOut: string;
  addressLeftOut: string;
  nobody: string;
  noTerms: string;
  emptyNote: string;
  /** What else is left out about a protected source. */
  detailsLeftOut: string;
  labels: Readonly<Record<LineName, string>>;
  terms: Readonly<Record<Evidence['record'], string>>;
  states: Readonly<Record<Quotation['state'], string>>;
  kinds: Readonly<Record<Quotation['kind'], string>>;
  guards: { off: string; named: string; background: string };
  /** Sentences that say how much there is of what. */
  counted: {
    quotations(count: number, checked: number, changed: number, unchecked: number): string;
    guarded(count: number, leftOut: boolean): string;
    notes(count: number): string;
  };
}
