import type { Copy } from './language';
import type { Random } from './random';

/** Paragraphs of clean copy, about `words` words: names and quotations in plenty, some quotations over two paragraphs. */
export function cleanCopy(copy: Copy, words: number, random: Random): string[] {
  const paragraphs: string[] = [];
  for (let written = 0; written < words;) {
    const kind = random.below(10);
    const added =
      kind < 5
        ? [prose(copy, random, 3)]
        : kind < 9
          ? [`${quotation(copy, random)} ${prose(copy, random, 1)}`]
          : runningOn(copy, random);
    paragraphs.push(...added);
    written += added.join(' ').split(/\s+/u).length;
  }
  return paragraphs;
}

function prose(copy: Copy, random: Random, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(filled(random.pick(copy.templates), copy, random))).join(' ');
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function quotation(copy: Copy, random: Random): string {
  const [open, close] = copy.marks;
  const frame = random.pick(copy.quoting);
  const ends = frame.trimEnd().endsWith('{quote}');
  const said = filled(random.pick(copy.said), copy, random);
  const words =
    copy.language === 'en'
      ? `${open}${said}${ends ? '.' : ','}${close}`
      : `${open}${said}${ends ? '.' : ''}${close}${ends ? '' : ','}`;
  return sentence(filled(frame, copy, random).replace('{quote}', () => words));
}

/** A quotation of two paragraphs: the first does not close, the second opens anew. */
function runningOn(copy: Copy, random: Random): string[] {
  const [open, close] = copy.marks;
  const said = () => `${filled(random.pick(copy.said), copy, random)}.`;
  return [`${open}${said()} ${said()}`, `${open}${said()}${close}`];
}

/** The template with words of the copy in its slots. */
export function filled(template: string, copy: Copy, random: Random): string {
  return template.replace(/\{(\w+)\}/gu, (whole, slot: string) => {
    if (slot === 'quote') return whole;
    const name = /^Name2?$/u.test(slot);
    if (name) return `${random.pick(copy.slots['first']!)} ${random.pick(copy.slots['surname']!)}`;
    const found = copy.slots[slot] ?? copy.slots[slot.toLowerCase()] ?? copy.slots[slot.toLowerCase().replace(/\d$/u, '')];
    if (!found || found.length === 0) throw new Error(`No words for {${slot}} in ${copy.language}.`);
    const word = random.pick(found);
    return /^\p{Lu}/u.test(slot) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}
