import type { CopyWords } from './copyWords';

export const de: CopyWords = {
  mark: 'Kommentierte Fassung – vertraulich – nicht zur Veröffentlichung',
  author: ['Kommentierte Fassung', 'KF'],
  untitled: 'Ohne Titel',
  colon: ': ',
  quotes: ['„', '“'],
  status: 'Stand',
  statuses: {
    draft: 'Entwurf',
    editing: 'in Bearbeitung',
    ready: 'fertig',
    published: 'veröffentlicht',
    killed: 'verworfen',
  },
  articleNotes: 'Vertrauliche Notizen zum Artikel',
  annotations: 'Anmerkungen',
  toWords: 'Zur Stelle',
  findings: {
    failed: 'Für diese Fassung konnten die Prüfungen nicht laufen',
    none: 'Die Prüfungen haben nichts Offenes',
    open: 'Was die Prüfungen noch fragen',
  },
  levels: { error: 'Fehler', warning: 'Warnung', hint: 'Hinweis' },
  nameLeftOut: '[Name ausgelassen]',
  addressLeftOut: '[Adresse ausgelassen]',
  nobody: 'Niemand ist genannt',
  noTerms: 'Keine vermerkt',
  emptyNote: 'Markiert, ohne Worte',
  detailsLeftOut: 'Quelle, Tag, Aufnahme und Wortlaut in der Originalsprache',
  labels: {
    who: 'Wer es gesagt hat',
    terms: 'Bedingungen',
    check: 'Prüfung',
    baseline: 'Geprüfter Wortlaut',
    against: 'Geprüft anhand von',
    minute: 'Minute',
    original: 'In der Originalsprache',
    source: 'Quelle',
    address: 'Adresse',
    hiddenAddress: 'Adresse, wird nicht ausgegeben',
    saidOn: 'Gesagt am',
    kind: 'Art',
    note: 'Notiz',
    leftOut: 'Auch ausgelassen',
  },
  terms: {
    on: 'Unter eins: zitierbar mit Namen',
    background: 'Unter zwei: zitierbar ohne Namen',
    off: 'UNTER DREI: nicht zur Veröffentlichung',
  },
  states: {
    unchecked: 'Nicht geprüft',
    checked: 'Der Wortlaut steht, wie er geprüft wurde',
    edited: 'Seit der Prüfung wurde nur gekürzt oder in Klammern erläutert',
    changed: 'DER WORTLAUT IST SEIT DER PRÜFUNG GEÄNDERT',
  },
  kinds: { inline: 'Worte in einem Satz', block: 'Abgesetztes Zitat' },
  guards: {
    off: 'SCHÜTZEN: unter drei gesagt. Weder diese Worte noch wer sie gesagt hat sind zu veröffentlichen.',
    named: 'SCHÜTZEN: unter zwei gesagt, und die Seite nennt die Quelle unter den Worten.',
    background: 'SCHÜTZEN: unter zwei gesagt. Die Quelle ist nicht zu nennen.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Keine Zitate.'
        : `${count} ${count === 1 ? 'Zitat' : 'Zitate'}: ${checked} geprüft, ${changed} seit der Prüfung geändert, ${unchecked} nicht geprüft.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'Zitat ist' : 'Zitate sind'} nicht mit Namen zitierbar${leftOut ? '; von wem, ist in dieser Fassung ausgelassen' : ''}.`,
    notes: (count) =>
      count === 0
        ? 'Keine vertraulichen Notizen zu Textstellen.'
        : `${count} vertrauliche ${count === 1 ? 'Notiz' : 'Notizen'} zu Textstellen.`,
  },
};
