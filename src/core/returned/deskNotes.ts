import type { DocJson, InlineJson } from '../document/json';
import { readTracked } from '../formats/docx/trackedChanges';
import { childrenOf } from '../history/inline';
import type { AsCarried } from './asCarried';
import { leavesOf } from './leaves';

/** Something that a note of the returned copy says of some words: UTF-16 units in the text of a textblock, a break as one. */
export interface NoteRange {
  from: number;
  to: number;
  text: string;
}

/** What the notes of a returned copy say, by block and textblock of it as compared. */
export interface DeskNotes {
  /** What people wrote. */
  comments: readonly (NoteRange & { desk: number; leaf: number })[];
  /** Who made which tracked change; `text` is the name. */
  authors: readonly (NoteRange & { desk: number; leaf: number })[];
  /** Comments on nothing in particular. */
  loose: readonly string[];
}

/** Importers join what was said of the same words so. */
const BETWEEN = ' / ';

/** The comments and the authors of tracked changes in a returned copy, as its importer made private notes of them. */
export function deskNotesOf(doc: DocJson, carried: AsCarried): DeskNotes {
  const comments: (NoteRange & { desk: number; leaf: number })[] = [];
  const authors: (NoteRange & { desk: number; leaf: number })[] = [];
  const children = childrenOf(doc);
  const loose = doc.attrs.notes.split('\n').filter((line) => line.trim() !== '' && readTracked(line) === null);
  carried.blocks.forEach((block, desk) => {
    const given = children[carried.from[desk] ?? -1];
    if (!given) return;
    const shown = leavesOf(block).map(({ content }) => flat(content));
    let next = 0;
    for (const { content } of leavesOf(given)) {
      const words = flat(content);
      const leaf = shown.findIndex((text, at) => at >= next && words.includes(text) && (text !== '' || words === ''));
      if (leaf < 0) {
        for (const { text } of noteRanges(content)) loose.push(...commentsIn(text));
        continue;
      }
      next = leaf + 1;
      const shift = words.indexOf(shown[leaf] ?? '');
      for (const { from, to, text } of noteRanges(content)) {
        const at = { desk, leaf, from: Math.max(0, from - shift), to: to - shift };
        for (const comment of commentsIn(text)) comments.push({ ...at, text: comment });
        for (const part of text.split(BETWEEN)) {
          const by = readTracked(part);
          if (by !== null && by !== '') authors.push({ ...at, text: by });
        }
      }
    }
  });
  return { comments: each(comments), authors, loose: [...new Set(loose)] };
}

/** What people said in a note that may also tell of tracked changes. */
function commentsIn(note: string): string[] {
  const said: string[] = [];
  let before = false;
  for (const part of note.split(BETWEEN)) {
    const tracked = readTracked(part) !== null;
    if (!tracked && before) said[said.length - 1] = `${said.at(-1) ?? ''}${BETWEEN}${part}`;
    else if (!tracked) said.push(part);
    before = !tracked;
  }
  return said.filter((text) => text.trim() !== '');
}

const flat = (content: readonly InlineJson[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

/** Words with the same note, however they are set. */
function noteRanges(content: readonly InlineJson[]): NoteRange[] {
  const ranges: NoteRange[] = [];
  let at = 0;
  for (const node of content) {
    const length = node.type === 'text' ? node.text.length : 1;
    const note = node.marks?.find((mark) => mark.type === 'note');
    const text = note?.type === 'note' ? (note.attrs?.text ?? '') : '';
    const last = ranges.at(-1);
    if (text !== '' && last?.text === text && last.to === at) last.to += length;
    else if (text !== '') ranges.push({ from: at, to: at + length, text });
    at += length;
  }
  return ranges;
}

/** A comment on words of several paragraphs is one: at its first words. */
function each<T extends NoteRange & { desk: number }>(comments: readonly T[]): T[] {
  const kept: T[] = [];
  let last: T | null = null;
  for (const comment of comments) {
    const runsOn = last?.text === comment.text && comment.desk - last.desk <= 1;
    if (!runsOn) kept.push(comment);
    last = comment;
  }
  return kept;
}
