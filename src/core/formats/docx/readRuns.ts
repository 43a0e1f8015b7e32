import type { LeftOut } from '../format';
import { child, elementsOf, findInside, textIn, valOf, type XmlElement } from './readXml';
import { isOn, type DocumentStyles, type Role } from './readStyles';
import { isRemoval, leadingWord, tracked, type Change } from './trackedChanges';
import type { WordPackage } from './wordPackage';

export type Look = 'bold' | 'italic' | 'underline' | 'strike' | 'code';

/** A picture as the document has it. */
export interface Drawing {
  /** As Stet named it, else the file's name in the package. */
  name: string;
  file: string;
  alt: string;
  base64: string | null;
}

/** Words of one look and one meaning. */
export interface Piece {
  text: string;
  looks: ReadonlySet<Look>;
  role: Role | null;
  /** The address as the document has it. */
  url: string | null;
  /** The date of a content control. */
  at: string | null;
  /** What somebody said about these words: comments and changes. */
  notes: readonly string[];
  picture: Drawing | null;
}

/** What reading a document's runs needs, and what it collects. */
export interface RunReading {
  styles: DocumentStyles;
  pack: WordPackage;
  /** The words of each comment by its id. */
  comments: ReadonlyMap<string, string>;
  /** Comments whose range is open at this place. */
  open: Set<string>;
  /** Comments that some words have been found for. */
  placed: Set<string>;
  leftOut: LeftOut[];
  /** Made by Stet, perhaps saved by another program since. */
  ours: boolean;
  /** As Stet wrote it: every list has a number of its own. */
  exact: boolean;
}

interface Context {
  url: string | null;
  at: string | null;
  change: Change | null;
}

/** The pieces of a paragraph in order, with changes accepted, and paragraphs of text boxes in it. */
export function readRuns(
  paragraph: XmlElement,
  reading: RunReading,
): { pieces: Piece[]; boxes: XmlElement[]; removed: string | null } {
  const reader = new RunReader(reading);
  reader.readAll(paragraph, { url: null, at: null, change: null });
  return { pieces: reader.pieces, boxes: reader.boxes, removed: reader.removed };
}

class RunReader {
  readonly pieces: Piece[] = [];
  readonly boxes: XmlElement[] = [];
  /** What a change took away just here, and no words came after yet. */
  private pending = '';
  private by = '';
  /** Complex fields that are open: their instruction, and whether their result is being shown. */
  private readonly fields: { instruction: string; shown: boolean }[] = [];

  constructor(private readonly reading: RunReading) {}

  get removed(): string | null {
    return this.pending === '' ? null : tracked(this.by, 'Deleted here', this.pending);
  }

  readAll(of: XmlElement, context: Context): void {
    for (const element of elementsOf(of)) this.read(element, context);
  }

  private read(element: XmlElement, context: Context): void {
    const { attrs } = element;
    switch (element.name) {
      case 'w:r':
        return this.readRun(element, context);
      case 'w:hyperlink': {
        const anchor = attrs['w:anchor'];
        const address = this.reading.pack.address(attrs['r:id']);
        const url = address === null ? null : anchor === undefined ? address : `${address}#${anchor}`;
        return this.readAll(element, { ...context, url: url ?? context.url });
      }
      case 'w:fldSimple':
        return this.readAll(element, { ...context, url: addressIn(attrs['w:instr'] ?? '') ?? context.url });
      case 'w:sdt':
        return this.readControl(element, context);
      case 'w:ins':
      case 'w:moveTo':
        return this.readAll(element, { ...context, change: { kind: 'inserted', by: attrs['w:author'] ?? '' } });
      case 'w:del':
      case 'w:moveFrom':
        return this.readAll(element, { ...context, change: { kind: 'removed', by: attrs['w:author'] ?? '' } });
      case 'w:commentRangeStart':
        return void this.reading.open.add(attrs['w:id'] ?? '');
      case 'w:commentRangeEnd':
        return void this.reading.open.delete(attrs['w:id'] ?? '');
      case 'mc:AlternateContent': {
        const one = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        return one ? this.readAll(one, context) : undefined;
      }
      case 'm:oMath':
      case 'm:oMathPara':
        return this.add(textIn(element), element, context);
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:sdtContent':
      case 'w:dir':
      case 'w:bdo':
        return this.readAll(element, context);
    }
  }

  /** A content control; the date of one for dates. */
  private readControl(element: XmlElement, context: Context): void {
    const properties = child(element, 'w:sdtPr');
    const content = child(element, 'w:sdtContent');
    const date = child(properties, 'w:date');
    const tag = valOf(properties, 'w:tag') ?? '';
    const chosen = date?.attrs['w:fullDate']?.slice(0, 10) ?? '';
    // Somebody who chose another day meant that day; some programs keep the day and drop the tag.
    const at =
      date === null
        ? context.at
        : tag.startsWith(chosen) && tag !== ''
          ? tag
          : `${chosen}${timeIn(content ? textIn(content) : '')}`;
    if (content) this.readAll(content, { ...context, at });
  }

  private readRun(run: XmlElement, context: Context): void {
    const looks = child(run, 'w:rPr');
    if (isOn(looks, 'w:vanish') === true) {
      const text = textIn(run).trim();
      if (text !== '') this.reading.leftOut.push({ line: null, text, why: 'hidden text of the document' });
      return;
    }
    for (const element of elementsOf(run)) this.readInRun(element, looks, context);
  }

  private readInRun(element: XmlElement, looks: XmlElement | null, context: Context): void {
    const field = this.fields.at(-1);
    const silent = field !== undefined && !field.shown;
    switch (element.name) {
      case 'w:t':
        return silent ? undefined : this.add(textIn(element), looks, context);
      case 'w:delText':
        return this.add(textIn(element), looks, context);
      case 'w:tab':
        return this.add('\t', looks, context);
      case 'w:br':
        return (element.attrs['w:type'] ?? 'textWrapping') === 'textWrapping' ? this.add('\n', looks, context) : undefined;
      case 'w:cr':
        return this.add('\n', looks, context);
      case 'w:noBreakHyphen':
        return this.add('\u2011', looks, context);
      case 'w:softHyphen':
        return this.add('\u00ad', looks, context);
      case 'w:sym': {
        const code = Number.parseInt(element.attrs['w:char'] ?? '', 16);
        // Private signs of a symbol font mean nothing outside of it.
        return code >= 0x20 && code < 0xe000 ? this.add(String.fromCharCode(code), looks, context) : undefined;
      }
      case 'w:fldChar':
        return this.readFieldSign(element.attrs['w:fldCharType'] ?? '');
      case 'w:instrText':
        if (field) field.instruction += textIn(element);
        return;
      case 'w:commentReference': {
        const id = element.attrs['w:id'] ?? '';
        return this.reading.placed.has(id) ? undefined : this.noteBefore(id);
      }
      case 'mc:AlternateContent': {
        const one = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
        for (const inner of one ? elementsOf(one) : []) this.readInRun(inner, looks, context);
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.readDrawing(element, context);
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        return this.readFootnote(element);
    }
  }

  private readFieldSign(kind: string): void {
    if (kind === 'begin') this.fields.push({ instruction: '', shown: false });
    else if (kind === 'end') this.fields.pop();
    else {
      const field = this.fields.at(-1);
      if (field) field.shown = true;
    }
  }

  private readDrawing(element: XmlElement, context: Context): void {
    const box = findInside(element, 'w:txbxContent');
    if (box) this.boxes.push(box);
    const blip = findInside(element, 'a:blip') ?? findInside(element, 'v:imagedata');
    if (!blip || context.change?.kind === 'removed') return;
    const found = this.reading.pack.picture(blip.attrs['r:embed'] ?? blip.attrs['r:link'] ?? blip.attrs['r:id']);
    const named = findInside(element, 'wp:docPr');
    if (!found) return;
    const { file, base64 } = found;
    const name = this.reading.ours ? (findInside(element, 'pic:cNvPr')?.attrs.name ?? file) : file;
    const picture = { name, file, alt: named?.attrs.descr ?? '', base64 };
    this.pieces.push({ text: '', looks: new Set(), role: null, url: null, at: null, notes: [], picture });
  }

  private readFootnote(reference: XmlElement): void {
    const kind = reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const part = this.reading.pack.companion(`${kind}s`);
    const note = part && elementsOf(part).find(({ attrs }) => attrs['w:id'] === reference.attrs['w:id']);
    const text = note ? textIn(note).trim() : '';
    if (text !== '') this.reading.leftOut.push({ line: null, text, why: `a ${kind} of the document` });
  }

  private noteBefore(id: string): void {
    const text = this.reading.comments.get(id);
    const last = this.pieces.at(-1);
    if (text === undefined || !last || last.picture) return;
    this.pieces[this.pieces.length - 1] = { ...last, notes: [...last.notes, text] };
    this.reading.placed.add(id);
  }

  private add(text: string, looks: XmlElement | null, context: Context): void {
    if (text === '') return;
    const { change } = context;
    if (change !== null && isRemoval(change)) {
      this.pending += text;
      this.by = change.by;
      return;
    }
    const piece = this.pieceOf(text, looks, context);
    if (change !== null) {
      this.pieces.push({
        ...piece,
        notes: [...piece.notes, tracked(change.by, this.pending === '' ? 'Inserted' : 'Changed from', this.pending)],
      });
      this.pending = '';
    } else if (this.pending !== '' && text.trim() !== '') {
      const note = tracked(this.by, 'Deleted before this', this.pending);
      this.pending = '';
      const word = leadingWord(text);
      this.pieces.push({ ...piece, text: word, notes: [...piece.notes, note] });
      if (word !== text) this.pieces.push({ ...piece, text: text.slice(word.length) });
    } else this.pieces.push(piece);
  }

  private pieceOf(text: string, looks: XmlElement | null, { url, at }: Context): Piece {
    const { styles, open, comments, placed, ours } = this.reading;
    const style = styles.of(valOf(looks, 'w:rStyle'));
    const address = this.fields.map(({ instruction }) => addressIn(instruction)).find((found) => found !== null) ?? url;
    const on = new Set<Look>();
    // A style of Stet's own says what the words are; how they look follows from that.
    const from = ours && style.role !== null ? null : style;
    if (isOn(looks, 'w:b') ?? from?.bold) on.add('bold');
    if (isOn(looks, 'w:i') ?? from?.italic) on.add('italic');
    if (isOn(looks, 'w:strike') ?? isOn(looks, 'w:dstrike') ?? from?.strike) on.add('strike');
    if (isOn(looks, 'w:u') === true && (ours || address === null)) on.add('underline');
    if (style.role === 'HTMLCode') on.add('code');
    const notes = [...open].flatMap((id) => {
      const comment = comments.get(id);
      if (comment === undefined) return [];
      placed.add(id);
      return [comment];
    });
    return { text, looks: on, role: style.role, url: address, at, notes, picture: null };
  }
}

/** The time of an instant as it is written in words (`instantInWords`): `T08:15+01:00`; nothing for a date. */
function timeIn(words: string): string {
  const [, time, offset = ''] = /, (\d{2}:\d{2}) UTC([+-]\d{2}:\d{2})?$/u.exec(words) ?? [];
  return time === undefined ? '' : `T${time}${offset === '' ? 'Z' : offset}`;
}

/** The address in the instruction of a field: `HYPERLINK "https://…"` (ECMA-376, part 1, section 17.16.5.25). */
const addressIn = (instruction: string): string | null => /^\s*HYPERLINK\s+"([^"]+)"/u.exec(instruction)?.[1] ?? null;
