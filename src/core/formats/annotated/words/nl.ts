import type { CopyWords } from './copyWords';

export const nl: CopyWords = {
  mark: 'Geannoteerde kopie – vertrouwelijk – niet voor publicatie',
  author: ['Geannoteerde kopie', 'GK'],
  untitled: 'Zonder titel',
  colon: ': ',
  quotes: ['“', '”'],
  status: 'Status',
  statuses: { draft: 'concept', editing: 'in bewerking', ready: 'klaar', published: 'gepubliceerd', killed: 'vervallen' },
  articleNotes: 'Vertrouwelijke notities bij het artikel',
  annotations: 'Aantekeningen',
  toWords: 'Naar de woorden',
  findings: {
    failed: 'De controles konden voor deze kopie niet worden uitgevoerd',
    none: 'De controles hebben niets openstaan',
    open: 'Wat de controles nog vragen',
  },
  levels: { error: 'Fout', warning: 'Waarschuwing', hint: 'Aanwijzing' },
  nameLeftOut: '[naam weggelaten]',
  addressLeftOut: '[adres weggelaten]',
  nobody: 'Niemand wordt genoemd',
  noTerms: 'Geen genoteerd',
  emptyNote: 'Gemarkeerd, zonder tekst',
  detailsLeftOut: 'Bron, dag, opname en oorspronkelijke woorden',
  labels: {
    who: 'Wie het zei',
    terms: 'Voorwaarden',
    check: 'Controle',
    baseline: 'Gecontroleerde woorden',
    against: 'Gecontroleerd aan de hand van',
    minute: 'Minuut',
    original: 'In de oorspronkelijke taal',
    source: 'Bron',
    address: 'Adres',
    hiddenAddress: 'Adres, niet in exports',
    saidOn: 'Gezegd op',
    kind: 'Soort',
    note: 'Notitie',
    leftOut: 'Ook weggelaten',
  },
  terms: {
    on: 'On the record: te citeren met naam',
    background: 'Op achtergrondbasis: te citeren zonder naam',
    off: 'OFF THE RECORD: niet voor publicatie',
  },
  states: {
    unchecked: 'Niet gecontroleerd',
    checked: 'De woorden staan er zoals ze zijn gecontroleerd',
    edited: 'Sinds de controle zijn de woorden alleen ingekort of tussen haken verduidelijkt',
    changed: 'DE WOORDEN ZIJN VERANDERD sinds de controle',
  },
  kinds: { inline: 'Woorden in een zin', block: 'Blokcitaat' },
  guards: {
    off: 'BESCHERMEN: off the record gezegd. Noch deze woorden noch wie ze zei zijn voor publicatie.',
    named: 'BESCHERMEN: op achtergrondbasis gezegd, en de pagina noemt de bron onder de woorden.',
    background: 'BESCHERMEN: op achtergrondbasis gezegd. De bron mag niet worden genoemd.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Geen citaten.'
        : `${count} ${count === 1 ? 'citaat' : 'citaten'}: ${checked} gecontroleerd, ${changed} sindsdien veranderd, ${unchecked} niet gecontroleerd.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'citaat is' : 'citaten zijn'} niet met naam te citeren${leftOut ? '; van wie ze zijn, is in deze kopie weggelaten' : ''}.`,
    notes: (count) => `${count === 0 ? 'Geen' : count} vertrouwelijke ${count === 1 ? 'notitie' : 'notities'} bij woorden.`,
  },
};
