import type { CopyWords } from './copyWords';

export const it: CopyWords = {
  mark: 'Copia annotata – riservata – da non pubblicare',
  author: ['Copia annotata', 'CA'],
  untitled: 'Senza titolo',
  colon: ': ',
  quotes: ['«', '»'],
  status: 'Stato',
  statuses: { draft: 'bozza', editing: 'in lavorazione', ready: 'pronto', published: 'pubblicato', killed: 'scartato' },
  articleNotes: 'Note private dell’articolo',
  annotations: 'Annotazioni',
  toWords: 'Vai al passo',
  findings: {
    failed: 'Per questa copia non è stato possibile fare i controlli',
    none: 'I controlli non hanno nulla in sospeso',
    open: 'Che cosa segnalano ancora i controlli',
  },
  levels: { error: 'Errore', warning: 'Avviso', hint: 'Suggerimento' },
  nameLeftOut: '[nome omesso]',
  addressLeftOut: '[indirizzo omesso]',
  nobody: 'Non è nominato nessuno',
  noTerms: 'Nessuna annotata',
  emptyNote: 'Segnato, senza testo',
  detailsLeftOut: 'La fonte, il giorno, la registrazione e le parole originali',
  labels: {
    who: 'Chi lo ha detto',
    terms: 'Condizioni',
    check: 'Verifica',
    baseline: 'Parole verificate',
    against: 'Verificato con',
    minute: 'Minuto',
    original: 'Nella lingua originale',
    source: 'Fonte',
    address: 'Indirizzo',
    hiddenAddress: 'Indirizzo, escluso dalle esportazioni',
    saidOn: 'Detto il',
    kind: 'Tipo',
    note: 'Nota',
    leftOut: 'Omesso inoltre',
  },
  terms: {
    on: 'Attribuibile, con il nome',
    background: 'Non attribuibile: pubblicabile senza il nome',
    off: 'RISERVATO (OFF THE RECORD): da non pubblicare',
  },
  states: {
    unchecked: 'Non verificato',
    checked: 'Le parole sono come sono state verificate',
    edited: 'Dalla verifica le parole sono state solo abbreviate o chiarite tra parentesi quadre',
    changed: 'LE PAROLE SONO CAMBIATE dopo la verifica',
  },
  kinds: { inline: 'Parole in una frase', block: 'Citazione a blocco' },
  guards: {
    off: 'PROTEGGERE: detto off the record. Non si pubblicano né queste parole né chi le ha dette.',
    named: 'PROTEGGERE: detto senza attribuzione, e la pagina nomina la fonte sotto le parole.',
    background: 'PROTEGGERE: detto senza attribuzione. La fonte non va nominata.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Nessuna citazione.'
        : `${count} ${count === 1 ? 'citazione' : 'citazioni'}: verificate ${checked}, cambiate dopo la verifica ${changed}, non verificate ${unchecked}.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'citazione non è attribuibile' : 'citazioni non sono attribuibili'}${leftOut ? '; chi le ha dette è omesso da questa copia' : ''}.`,
    notes: (count) => `Note private su parole: ${count}.`,
  },
};
