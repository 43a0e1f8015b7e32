import type { CopyWords } from './copyWords';

export const es: CopyWords = {
  mark: 'Copia anotada – privada – no publicar',
  author: ['Copia anotada', 'CA'],
  untitled: 'Sin título',
  colon: ': ',
  quotes: ['«', '»'],
  status: 'Estado',
  statuses: { draft: 'borrador', editing: 'en edición', ready: 'listo', published: 'publicado', killed: 'descartado' },
  articleNotes: 'Notas privadas del artículo',
  annotations: 'Anotaciones',
  toWords: 'Ir al pasaje',
  findings: {
    failed: 'No se han podido hacer las comprobaciones para esta copia',
    none: 'Las comprobaciones no tienen nada pendiente',
    open: 'Lo que las comprobaciones aún señalan',
  },
  levels: { error: 'Error', warning: 'Aviso', hint: 'Sugerencia' },
  nameLeftOut: '[nombre omitido]',
  addressLeftOut: '[dirección omitida]',
  nobody: 'No se nombra a nadie',
  noTerms: 'No consta ninguna',
  emptyNote: 'Marcado, sin texto',
  detailsLeftOut: 'La fuente, el día, la grabación y las palabras originales',
  labels: {
    who: 'Quién lo dijo',
    terms: 'Condiciones',
    check: 'Comprobación',
    baseline: 'Palabras comprobadas',
    against: 'Comprobado con',
    minute: 'Minuto',
    original: 'En la lengua original',
    source: 'Fuente',
    address: 'Dirección',
    hiddenAddress: 'Dirección, no se exporta',
    saidOn: 'Dicho el',
    kind: 'Tipo',
    note: 'Nota',
    leftOut: 'También omitido',
  },
  terms: {
    on: 'Con atribución',
    background: 'Sin atribución: se puede publicar sin el nombre',
    off: 'CONFIDENCIAL (OFF THE RECORD): no publicar',
  },
  states: {
    unchecked: 'Sin comprobar',
    checked: 'Las palabras están como se comprobaron',
    edited: 'Desde la comprobación solo se han abreviado o aclarado entre corchetes',
    changed: 'LAS PALABRAS HAN CAMBIADO desde la comprobación',
  },
  kinds: { inline: 'Palabras dentro de una frase', block: 'Cita en bloque' },
  guards: {
    off: 'PROTEGER: dicho off the record. Ni estas palabras ni quien las dijo se pueden publicar.',
    named: 'PROTEGER: dicho sin atribución, y la página nombra la fuente bajo las palabras.',
    background: 'PROTEGER: dicho sin atribución. No se debe nombrar la fuente.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Ninguna cita.'
        : `${count} ${count === 1 ? 'cita' : 'citas'}: comprobadas ${checked}, cambiadas desde entonces ${changed}, sin comprobar ${unchecked}.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'cita no es atribuible' : 'citas no son atribuibles'}${leftOut ? '; quién las dijo se omite en esta copia' : ''}.`,
    notes: (count) => `Notas privadas sobre palabras: ${count}.`,
  },
};
