const segmenters = new Map<string, Intl.Segmenter>();
/** Short forms that end in a point in the middle of a sentence, whatever the language: titles, initials, "z. B.", "art. 3". */
const ABBREVIATED =
  /(?:^|[\s(«“„])(?:\p{L}|Mrs?|Ms|MM|Mmes?|Mlles?|Dra?|Srt?a?|Jr|St|Ste|Hr|Fr|Sgt|Lt|Col|Gen|Capt|Rev|Hon|Sen|Rep|Gov|[Pp]rof|art|bzw|cf|ca|etc|env|evtl|ggf|inkl|no|núm|op|pág|pp|sog|usw|vgl|vol|vs|zzgl)\.\s*$/u;

/**
 * Where each sentence of a text stands, by Unicode's boundaries (UAX #29) for the language; a point after a title or an initial
 * ends none. Offsets are UTF-16 units, space around left out.
 */
export function sentencesIn(text: string, language: string): { from: number; to: number }[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  const sentences: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (const { segment, index } of segmenter.segment(text)) {
    from ??= index + (segment.length - segment.trimStart().length);
    const to = index + segment.length;
    if (to < text.length && ABBREVIATED.test(text.slice(Math.max(from, to - 12), to))) continue;
    const end = index + segment.trimEnd().length;
    if (end > from) sentences.push({ from, to: end });
    from = null;
  }
  return sentences;
}
