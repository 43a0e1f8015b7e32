import type { gfm } from 'micromark-extension-gfm';

type Syntax = ReturnType<typeof gfm>;
type Construct = NonNullable<NonNullable<Syntax['text']>[string]> extends infer C ? Exclude<C, readonly unknown[]> : never;
type Constructs = NonNullable<Syntax['text']>;

/**
 * The constructs of GFM that the parser tries at nearly every letter or line, and where in a text one of them may begin: at no
 * other place can an attempt come to anything. Places are marked with the bit of the construct.
 */
const finders: Readonly<Record<string, { bit: number; mark(text: string, put: (from: number, to: number) => void): void }>> = {
  emailAutolink: { bit: 1, mark: mailNames },
  wwwAutolink: { bit: 2, mark: (text, put) => eachOf(/www\./giu, text, put) },
  protocolAutolink: { bit: 4, mark: (text, put) => eachOf(/https?:\/\//giu, text, put) },
  table: { bit: 8, mark: tables },
};

function eachOf(sign: RegExp, text: string, put: (from: number, to: number) => void): void {
  for (const { 0: found, index } of text.matchAll(sign)) put(index, index + found.length);
}

/** What may stand before an `@`, looked for from there: in the other direction a long word would be gone through again and again. */
function mailNames(text: string, put: (from: number, to: number) => void): void {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && /[\w.+-]/u.test(text.charAt(from - 1))) from--;
    put(from, at);
  }
}

/** From the line over a row of dashes to the next blank line: a table begins over its delimiter row and has no blank line in it. */
function tables(text: string, put: (from: number, to: number) => void): void {
  const lines = /[^\r\n]*(?:\r\n?|\n|$)/gu;
  let before = 0;
  let inside = false;
  for (const { 0: line, index } of text.matchAll(lines)) {
    if (line === '') break;
    const isRow = /^[ \t>|:-]+[\r\n]*$/u.test(line) && line.includes('-') && /[|:]/u.test(line);
    if (isRow && !inside) put(before, index);
    inside = isRow || (inside && !/^[ \t>]*[\r\n]*$/u.test(line));
    if (inside) put(index, index + line.length);
    before = index;
  }
}

/** Of a syntax, the constructs above only where a text can hold them: parsed with it, the text gives exactly the same tree. */
export function withinPlaces(syntax: Syntax, present: readonly string[], text: string): Syntax {
  const wanted = present.filter((name) => finders[name]);
  if (wanted.length === 0) return syntax;
  // The parser passes over a byte order mark, and does not count it.
  const counted = text.startsWith('\ufeff') ? text.slice(1) : text;
  const places = new Uint8Array(counted.length + 1);
  for (const name of wanted) {
    const { bit, mark } = finders[name] ?? { bit: 0, mark: () => undefined };
    mark(counted, (from, to) => {
      for (let at = from; at < to; at++) places[at] = (places[at] ?? 0) | bit;
    });
  }
  const narrowed = (construct: Construct): Construct => {
    const bit = finders[construct.name ?? '']?.bit;
    if (bit === undefined) return construct;
    const { tokenize, previous } = construct;
    return {
      ...construct,
      tokenize(effects, ok, nok) {
        return (places[this.now().offset] ?? 0) & bit ? tokenize.call(this, effects, ok, nok) : nok;
      },
      ...(previous
        ? {
            previous(code) {
              return ((places[this.now().offset] ?? 0) & bit) !== 0 && previous.call(this, code);
            },
          }
        : {}),
    };
  };
  const all = (constructs: Constructs): Constructs =>
    Object.fromEntries(
      Object.entries(constructs).map(([code, given]) => [
        code,
        Array.isArray(given) ? (given as Construct[]).map(narrowed) : given && narrowed(given as Construct),
      ]),
    );
  return { ...syntax, ...(syntax.text ? { text: all(syntax.text) } : {}), ...(syntax.flow ? { flow: all(syntax.flow) } : {}) };
}
