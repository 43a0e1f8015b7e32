import type { BlockJson, DocJson } from '../src/core/document/json';
import { article, b, h2, p, quote } from '../src/core/document/testing/builders';

const WORDS =
  'the harbour board said on monday that repairs to the east pier would begin before winter and that two ferries will run a shorter route until the spring while fishing crews asked for a clear date because storage on the quay is full and the ice plant has been out of order since the storm last month'.split(
    ' ',
  );

/** A sentence of `words` words, different for each `seed`; invented copy of no meaning beyond its length. */
function sentence(words: number, seed: number): string {
  const picked = Array.from(
    { length: words },
    (_, index) => WORDS[(seed * 7 + index * 3 + ((seed * index) % 5)) % WORDS.length]!,
  );
  const text = picked.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** An article of about `words` words: paragraphs of 60, a crosshead each ten, a quotation each seven. */
export function articleOf(words: number, seed = 1): DocJson {
  const blocks: BlockJson[] = [];
  for (let written = 0, at = seed; written < words; written += 60, at++) {
    if (at % 10 === 0) blocks.push(h2(sentence(4, at).slice(0, -1)));
    if (at % 7 === 0) blocks.push(quote({ speaker: 'Mara Lindqvist', role: 'harbour master' }, sentence(60, at)));
    else blocks.push(p(`${sentence(20, at)} `, b(sentence(6, at + 1)), ` ${sentence(34, at + 2)}`));
  }
  return article(
    {
      kicker: 'Harbour',
      headline: `Draft ${seed} about the east pier`,
      standfirst: sentence(18, seed),
      section: ['News', 'Coast'],
    },
    ...blocks,
  );
}
