import { isLabel } from '../../formats/page/label';
import { siteLabels } from '../../formats/page/labels/labels';
import { siteLines } from '../data/siteLines';
import type { Kind } from '../kind';
import type { TextPart } from '../page';
import { lineAway } from './wholeLine';

const LONGEST = 200;
const TOP = 6;
const share = new Set(siteLines.share);
const whole = new Map([
  ...siteLines.advertisement.map((line) => [line, 'An advertisement stood here'] as const),
  ...siteLines.frame.map((line) => [line, 'This belongs to the frame of the page'] as const),
]);
const home = siteLabels.flatMap((labels) => labels.home);

/** Breadcrumbs, share bars, marks of advertisements, newsletter lines and other words of a site's frame between the paragraphs. */
export const siteFrame: Kind = {
  name: 'words of the site',
  find: ({ parts }) => {
    const body = parts.filter(({ type, quotation }) => (type === 'paragraph' || type === 'heading') && quotation === null);
    return body.flatMap((part, at) => {
      const why = part.text.length <= LONGEST ? frameOf(part, at < TOP) : null;
      return why === null
        ? []
        : [lineAway(siteFrame.name, part, why.certain ? 'sure' : 'likely', `${why.message}, not to the story: it can go.`)];
    });
  },
};

function frameOf({ text }: TextPart, top: boolean): { message: string; certain: boolean } | null {
  const line = text
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(/’/gu, "'")
    .toLowerCase();
  if (line === '') return null;
  const bare = line.replace(/^[\s\-–—*•[(|]+|[\s\-–—*•\])|:.!]+$/gu, '');
  const told = whole.get(bare) ?? whole.get(bare.replace(/'/gu, '’'));
  if (told !== undefined) return { message: told, certain: bare.includes(' ') || told.startsWith('An adv') };
  if (isShareBar(bare)) return { message: 'These are buttons for sharing: they belong to the page', certain: true };
  if (siteLines.newsletter.some((start) => line.startsWith(start.replace(/’/gu, "'"))))
    return { message: 'This asks for subscribers: it belongs to the page', certain: false };
  if (top && isBreadcrumb(text)) return { message: 'This is the way through the site: it belongs to the page', certain: true };
  return null;
}

/** Two names of networks or more, or a verb of sharing and one: "Share on Facebook", "Facebook | X | WhatsApp". */
function isShareBar(line: string): boolean {
  const pieces = line.split(/\s*[|•·,/\n]\s*|\s+(?:and|et|und|y|e|en)\s+/u).flatMap((piece) => apart(piece));
  return (
    pieces.every((piece) => share.has(piece)) &&
    (pieces.length > 1 || /^(?:share|partage|teilen|compart|condivid|tweet|deel)/u.test(line))
  );
}

/** The names in a piece without marks between; the piece itself where it is anything else. */
function apart(piece: string): string[] {
  const words = piece.split(' ');
  const names: string[] = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(4, words.length - at);
    while (length > 0 && !share.has(words.slice(at, at + length).join(' '))) length--;
    if (length === 0) return [piece];
    names.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return names;
}

function isBreadcrumb(text: string): boolean {
  const steps = text.split(/\s*[>»›▸|]+\s*|\s+[/•·]+\s+/u).filter((step) => step.trim() !== '');
  return (
    steps.length >= 2 &&
    steps.length <= 6 &&
    isLabel(steps[0] ?? '', home) &&
    steps.slice(0, -1).every((step) => step.split(/\s+/u).length <= 4)
  );
}
