import { gfm } from 'micromark-extension-gfm';
import { withinPlaces } from './gfmPlaces';

type Syntax = ReturnType<typeof gfm>;
type Found = (text: string) => boolean;

const holds =
  (sign: string): Found =>
  (text) =>
    text.includes(sign);
const matches =
  (sign: RegExp): Found =>
  (text) =>
    sign.test(text);

/**
 * For each construct of GFM that CommonMark lacks, a sign without which no text can hold it. The parser tries some of them at
 * every letter or every line, which costs more than all of CommonMark; where the sign is missing each attempt comes to nothing.
 * A construct that is not in this list is always tried.
 */
const signs: Readonly<Record<string, Found>> = {
  emailAutolink: holds('@'),
  wwwAutolink: matches(/www\./iu),
  protocolAutolink: matches(/https?:\/\//iu),
  gfmFootnoteDefinition: holds('[^'),
  gfmFootnoteCall: holds('[^'),
  gfmPotentialFootnoteCall: holds('[^'),
  strikethrough: holds('~'),
  table: hasDelimiterRow,
  tasklistCheck: matches(/\[[ \t\r\nx]\]/iu),
};

/** The row under the head of a table (GFM 0.29 section 4.10): no letters, at least one dash, and a pipe or a colon. Also inside containers. */
function hasDelimiterRow(text: string): boolean {
  for (const [line] of text.matchAll(/^[ \t>|:-]+$/gmu)) if (line.includes('-') && /[|:]/u.test(line)) return true;
  return false;
}

const full = gfm();
const names = Object.keys(signs);
const made = new Map<string, Syntax>();

/**
 * The syntax of GitHub Flavored Markdown as far as it can matter to a text, and where in it: parsed with it, the text gives
 * exactly the tree that all of it gives.
 */
export function gfmSyntaxFor(text: string): Syntax {
  const absent = names.filter((name) => !signs[name]?.(text));
  const key = absent.join(' ');
  let syntax = made.get(key);
  if (!syntax) made.set(key, (syntax = without(full, new Set(absent))));
  return withinPlaces(
    syntax,
    names.filter((name) => !absent.includes(name)),
    text,
  );
}

interface Named {
  name?: string | undefined;
}
/** Constructs by the character that they begin with; one or several. */
type Constructs = Record<string, Named | readonly Named[] | undefined>;

function without(syntax: Syntax, absent: ReadonlySet<string>): Syntax {
  const stays = ({ name }: Named): boolean => name === undefined || !absent.has(name);
  const kept = (constructs: object): Constructs =>
    Object.fromEntries(
      Object.entries(constructs as Constructs).flatMap(([code, given]) => {
        const left = (Array.isArray(given) ? (given as Named[]) : given ? [given as Named] : []).filter(stays);
        return left.length === 0 ? [] : [[code, left]];
      }),
    );
  return Object.fromEntries(
    Object.entries(syntax).map(([field, value]) => [field, places.has(field) ? kept(value as object) : (value as unknown)]),
  );
}

/** Where an extension puts its constructs; everything else that it says stays as it is. */
const places: ReadonlySet<string> = new Set(['document', 'flow', 'text', 'insideSpan']);
