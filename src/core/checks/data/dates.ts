/** How one language writes days. */
export interface DateWords {
  /** Sunday first. */
  weekdays: readonly string[];
  months: readonly string[];
  /** Orders in which full dates are written, as patterns with the names `weekday`, `day`, `month` and, optional, `year`. */
  orders: readonly string[];
}

const W = '(?<weekday>WEEKDAYS)';
const D = '(?<day>\\d{1,2})';
const M = '(?<month>MONTHS)';
const Y = '(?<year>\\d{4})(?!\\d)';

const languages: Readonly<Record<string, DateWords>> = {
  en: {
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    orders: [
      `(?:${W},? (?:the )?)?${D}(?:st|nd|rd|th)?(?: of)? ${M}(?:,? ${Y})?`,
      `(?:${W},? )?${M} ${D}(?:st|nd|rd|th)?(?!\\d)(?:,? ${Y})?`,
    ],
  },
  fr: {
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    orders: [`(?:${W},? (?:le )?)?${D}(?:er)? ${M}(?: ${Y})?`],
  },
  de: {
    weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag|Sonnabend'],
    months: [
      'Januar|Jänner',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    orders: [`(?:${W},? (?:de[nmr] )?)?${D}\\. ?${M}(?: ${Y})?`],
  },
  es: {
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre|setiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    orders: [`(?:${W},? (?:el )?(?:d[ií]a )?)?${D}(?:\\.?º)? de ${M}(?:,? (?:del? )?${Y})?`],
  },
  it: {
    weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
    months: [
      'gennaio',
      'febbraio',
      'marzo',
      'aprile',
      'maggio',
      'giugno',
      'luglio',
      'agosto',
      'settembre',
      'ottobre',
      'novembre',
      'dicembre',
    ],
    orders: [`(?:${W},? )?${D}º? ${M}(?: ${Y})?`],
  },
  pt: {
    weekdays: ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'],
    months: [
      'janeiro',
      'fevereiro',
      'março',
      'abril',
      'maio',
      'junho',
      'julho',
      'agosto',
      'setembro',
      'outubro',
      'novembro',
      'dezembro',
    ],
    orders: [`(?:${W},? (?:dia )?)?${D}º? de ${M}(?:,? (?:de )?${Y})?`],
  },
  nl: {
    weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    orders: [`(?:${W},? )?${D} ${M}(?: ${Y})?`],
  },
};

/** A day that a text names, as far as it does. Offsets are UTF-16 units. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly day: number;
  /** From 0. */
  readonly month: number;
  readonly year: number | null;
  /** From 0, Sunday; with where its word stands. */
  readonly weekday: { readonly index: number; readonly from: number; readonly to: number } | null;
  /** Where the number of the day stands. */
  readonly dayAt: { readonly from: number; readonly to: number };
}

const compiled = new Map<string, readonly RegExp[]>();

/** The words of a language for days and months; null where Stet has none. */
export const dateWordsOf = (language: string): DateWords | null => languages[language.split('-')[0] ?? ''] ?? null;

/** The days with a month's name that a text names, in reading order. Linear in the length of the text. */
export function datesIn(text: string, language: string): WrittenDate[] {
  const words = dateWordsOf(language);
  if (!words || !/\d/u.test(text)) return [];
  const subtag = language.split('-')[0] ?? '';
  let orders = compiled.get(subtag);
  if (!orders) {
    const fill = (order: string) => order.replace('WEEKDAYS', words.weekdays.join('|')).replace('MONTHS', words.months.join('|'));
    orders = words.orders.map((order) => new RegExp(`(?<![\\p{L}\\p{N}.,-])${fill(order)}(?![\\p{L}\\p{N}])`, 'giud'));
    compiled.set(subtag, orders);
  }
  const found = orders.flatMap((order) => [...text.matchAll(order)].map((match) => dateOf(match, words)));
  let end = -1;
  return found.sort((a, b) => a.from - b.from || b.to - a.to).filter(({ from, to }) => from >= end && (end = to) >= 0);
}

function dateOf(match: RegExpExecArray, { weekdays, months }: DateWords): WrittenDate {
  const { weekday, day = '', month = '', year } = match.groups ?? {};
  const at = (name: string) => {
    const [from, to] = match.indices?.groups?.[name] ?? [match.index, match.index];
    return { from, to };
  };
  const indexIn = (list: readonly string[], word: string) =>
    list.findIndex((each) => each.toLowerCase().split('|').includes(word.toLowerCase()));
  return {
    from: match.index,
    to: match.index + match[0].length,
    day: Number(day),
    month: indexIn(months, month),
    year: year === undefined ? null : Number(year),
    weekday: weekday === undefined ? null : { index: indexIn(weekdays, weekday), ...at('weekday') },
    dayAt: at('day'),
  };
}
