import type { CopyWords } from './copyWords';

export const pt: CopyWords = {
  mark: 'Cópia anotada – privada – não publicar',
  author: ['Cópia anotada', 'CA'],
  untitled: 'Sem título',
  colon: ': ',
  quotes: ['“', '”'],
  status: 'Estado',
  statuses: { draft: 'rascunho', editing: 'em edição', ready: 'pronto', published: 'publicado', killed: 'descartado' },
  articleNotes: 'Notas privadas do artigo',
  annotations: 'Anotações',
  toWords: 'Ir à passagem',
  findings: {
    failed: 'Não foi possível fazer as verificações para esta cópia',
    none: 'As verificações não têm nada pendente',
    open: 'O que as verificações ainda assinalam',
  },
  levels: { error: 'Erro', warning: 'Aviso', hint: 'Sugestão' },
  nameLeftOut: '[nome omitido]',
  addressLeftOut: '[endereço omitido]',
  nobody: 'Ninguém é nomeado',
  noTerms: 'Nenhuma anotada',
  emptyNote: 'Marcado, sem texto',
  detailsLeftOut: 'A fonte, o dia, a gravação e as palavras originais',
  labels: {
    who: 'Quem o disse',
    terms: 'Condições',
    check: 'Verificação',
    baseline: 'Palavras verificadas',
    against: 'Verificado com',
    minute: 'Minuto',
    original: 'Na língua original',
    source: 'Fonte',
    address: 'Endereço',
    hiddenAddress: 'Endereço, fora das exportações',
    saidOn: 'Dito em',
    kind: 'Tipo',
    note: 'Nota',
    leftOut: 'Também omitido',
  },
  terms: {
    on: 'Com atribuição',
    background: 'Sem atribuição: publicável sem o nome',
    off: 'CONFIDENCIAL (OFF THE RECORD): não publicar',
  },
  states: {
    unchecked: 'Não verificado',
    checked: 'As palavras estão como foram verificadas',
    edited: 'Desde a verificação, as palavras só foram abreviadas ou esclarecidas entre parênteses retos',
    changed: 'AS PALAVRAS MUDARAM desde a verificação',
  },
  kinds: { inline: 'Palavras dentro de uma frase', block: 'Citação em bloco' },
  guards: {
    off: 'PROTEGER: dito off the record. Nem estas palavras nem quem as disse são para publicar.',
    named: 'PROTEGER: dito sem atribuição, e a página nomeia a fonte por baixo das palavras.',
    background: 'PROTEGER: dito sem atribuição. A fonte não deve ser nomeada.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Nenhuma citação.'
        : `${count} ${count === 1 ? 'citação' : 'citações'}: verificadas ${checked}, alteradas desde então ${changed}, não verificadas ${unchecked}.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'citação não é atribuível' : 'citações não são atribuíveis'}${leftOut ? '; quem as disse é omitido desta cópia' : ''}.`,
    notes: (count) => `Notas privadas sobre palavras: ${count}.`,
  },
};
