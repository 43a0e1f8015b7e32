import { AcceptedChanges } from './acceptedChanges';
import { addressIn, ComplexFields } from './complexFields';
import { controlDate } from './controlDate';
import { drawingIn } from './drawingIn';
import type { Look, Piece } from './piece';
import { child, elementsOf, findInside, textIn, valOf, type XmlElement } from './readXml';
import { isOn } from './readStyles';
import type { RunReading } from './runReading';
import { isRemoval, type Change } from './trackedChanges';

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
  private readonly changes = new AcceptedChanges();
  private readonly fields = new ComplexFields();

  constructor(private readonly reading: RunReading) {}

  get removed(): string | null {
    return this.changes.removed;
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

  /** A content control; its words may be a date. */
  private readControl(element: XmlElement, context: Context): void {
    const content = child(element, 'w:sdtContent');
    if (content) this.readAll(content, { ...context, at: controlDate(element) ?? context.at });
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
    switch (element.name) {
      case 'w:t':
        return this.fields.isSilent ? undefined : this.add(textIn(element), looks, context);
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
        return this.fields.sign(element.attrs['w:fldCharType'] ?? '');
      case 'w:instrText':
        return this.fields.instruct(textIn(element));
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

  private readDrawing(element: XmlElement, context: Context): void {
    const box = findInside(element, 'w:txbxContent');
    if (box) this.boxes.push(box);
    const picture = context.change?.kind === 'removed' ? null : drawingIn(element, this.reading.pack, this.reading.ours);
    if (picture) this.pieces.push({ text: '', looks: new Set(), role: null, url: null, at: null, notes: [], picture });
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
    if (change !== null && isRemoval(change)) this.changes.remove(text, change.by);
    else this.pieces.push(...this.changes.accept(this.pieceOf(text, looks, context), change));
  }

  private pieceOf(text: string, looks: XmlElement | null, { url, at }: Context): Piece {
    const { styles, open, comments, placed, ours } = this.reading;
    const style = styles.of(valOf(looks, 'w:rStyle'));
    const address = this.fields.address ?? url;
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
