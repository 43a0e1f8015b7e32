import type { CopyWords } from './copyWords';

export const en: CopyWords = {
  mark: 'Annotated copy – private – not for publication',
  author: ['Annotated copy', 'AC'],
  untitled: 'Untitled',
  colon: ': ',
  quotes: ['“', '”'],
  status: 'Status',
  statuses: { draft: 'draft', editing: 'editing', ready: 'ready', published: 'published', killed: 'killed' },
  articleNotes: 'Private notes of the article',
  annotations: 'Annotations',
  toWords: 'To the words',
  findings: {
    failed: 'The checks could not be run for this copy',
    none: 'The checks have nothing open',
    open: 'What the checks still ask',
  },
  levels: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  nameLeftOut: '[name left out]',
  addressLeftOut: '[address left out]',
  nobody: 'Nobody is named',
  noTerms: 'None noted',
  emptyNote: 'Marked, without words',
  detailsLeftOut: 'Source, day, recording and original words',
  labels: {
    who: 'Who said it',
    terms: 'Terms',
    check: 'Check',
    baseline: 'Words that were checked',
    against: 'Checked against',
    minute: 'Minute',
    original: 'In the original language',
    source: 'Source',
    address: 'Address',
    hiddenAddress: 'Address, kept out of exports',
    saidOn: 'Said on',
    kind: 'Kind',
    note: 'Note',
    leftOut: 'Left out too',
  },
  terms: {
    on: 'On the record',
    background: 'On background: for print without the name',
    off: 'OFF THE RECORD: not for print',
  },
  states: {
    unchecked: 'Not checked',
    checked: 'The words stand as they were checked',
    edited: 'Since they were checked the words were only shortened or clarified in brackets',
    changed: 'THE WORDS CHANGED since they were checked',
  },
  kinds: { inline: 'Words inside a sentence', block: 'Block quotation' },
  guards: {
    off: 'PROTECT: said off the record. These words are not for print, and nor is who said them.',
    named: 'PROTECT: said on background, and the page names the source under the words.',
    background: 'PROTECT: said on background. The source is not to be named.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'No quotations.'
        : `${count} ${count === 1 ? 'quotation' : 'quotations'}: ${checked} checked, ${changed} changed since checked, ${unchecked} not checked.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'quotation is' : 'quotations are'} not on the record${leftOut ? '; who said them is left out of this copy' : ''}.`,
    notes: (count) => `${count === 0 ? 'No' : count} private ${count === 1 ? 'note' : 'notes'} on words.`,
  },
};
