/** A stretch of lines between blank ones that would cost the parser too much. */
export interface CostlyBlock {
  /** Offsets in the text. */
  from: number;
  to: number;
  /** In the text, from 1. */
  line: number;
  why: string;
}

// One step is about ten nanoseconds of parsing; measured with bench/formats.ts. A paragraph of 500 words with 50 marks
// takes 0.2 million, a list of 500 linked titles 50 million.
const MOST_A_BLOCK = 100_000_000;
const MOST_ALL = 300_000_000;
/** Blocks below this are never held against a text, however many it has. */
const ORDINARY = 2_000_000;
/** A list item or a level of quotation. */
const MARKER_STEPS = 20_000;
const CELL_STEPS = 10_000;
/** Delimiter runs are tried against one another, and so are underlines that may make a heading. */
const PAIR_STEPS = 20;
/** Every line end makes the parser move what it has of the block. */
const LINE_STEPS = 0.2;

const Kind = { run: 1, bracket: 2, escape: 3, pipe: 4 } as const;
const kinds = new Uint8Array(128);
for (const character of '*_~') kinds[character.charCodeAt(0)] = Kind.run;
for (const character of '[]`<') kinds[character.charCodeAt(0)] = Kind.bracket;
kinds['\\'.charCodeAt(0)] = Kind.escape;
kinds['|'.charCodeAt(0)] = Kind.pipe;

const LINE = /[^\r\n]*(?:\r\n?|\n|$)/uy;
const BLANK = /^[ \t>]*$/u;
const CONTAINER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/uy;
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*$/u;
const DELIMITER_ROW = /^[ \t>]*[|:-][-|: \t]*$/u;

/**
 * The blocks of a Markdown text that no person wrote: so many marks in one block that parsing it would take seconds.
 * Takes time in proportion to the text, whatever stands in it.
 */
export function costlyBlocks(text: string): CostlyBlock[] {
  const found: CostlyBlock[] = [];
  let spent = 0;
  let block = new Tally(0, 1);
  const finish = (to: number) => {
    const [steps, why] = block.cost(to);
    if (steps < ORDINARY) return;
    if (steps > MOST_A_BLOCK || spent + steps > MOST_ALL)
      found.push({ from: block.from, to, line: block.line, why: `${why}: taken as plain text` });
    else spent += steps;
  };
  let at = 0;
  for (let number = 1; at < text.length; number++) {
    LINE.lastIndex = at;
    const whole = LINE.exec(text)?.[0] ?? '';
    const line = whole.replace(/[\r\n]+$/u, '');
    if (BLANK.test(line)) {
      finish(at);
      block = new Tally(at + whole.length, number + 1);
    } else block.add(line);
    at += whole.length;
  }
  finish(at);
  return found;
}

/** What was counted in a block so far. */
class Tally {
  #runs = 0;
  #underlines = 0;
  #brackets = 0;
  #pipes = 0;
  #markers = 0;
  #table = false;
  #lines = 0;

  constructor(
    readonly from: number,
    readonly line: number,
  ) {}

  add(line: string): void {
    this.#lines++;
    CONTAINER.lastIndex = 0;
    while (CONTAINER.test(line)) this.#markers++;
    if (UNDERLINE.test(line)) this.#underlines++;
    if (DELIMITER_ROW.test(line)) this.#table = true;
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      const kind = code < 128 ? kinds[code] : 0;
      if (kind === Kind.run && line.charCodeAt(at - 1) !== code) this.#runs++;
      else if (kind === Kind.bracket) this.#brackets++;
      else if (kind === Kind.pipe) this.#pipes++;
      else if (kind === Kind.escape) at++;
    }
  }

  /** Steps that parsing may take, and what makes most of them. */
  cost(to: number): [number, string] {
    const causes: [number, string][] = [
      [PAIR_STEPS * this.#runs ** 2 + this.#runs * (to - this.from), 'too many emphasis marks'],
      // An open bracket, tag or code span may be looked for to the end of its block.
      [this.#brackets * (to - this.from), 'too many brackets and code marks'],
      [PAIR_STEPS * this.#underlines ** 2, 'too many underlined lines'],
      [this.#table ? CELL_STEPS * this.#pipes : 0, 'too many table cells'],
      [LINE_STEPS * this.#lines ** 2, 'too many lines without a blank one'],
      [MARKER_STEPS * this.#markers, 'too many list and quotation marks'],
    ];
    const most = causes.reduce((a, b) => (b[0] > a[0] ? b : a));
    return [causes.reduce((sum, [steps]) => sum + steps, 0), most[1]];
  }
}
