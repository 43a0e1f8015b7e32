import type { Picture } from '../../article/picture';
import { directionOf } from '../html/direction';
import type { Part } from './parts';
import { el, val } from './xml';

const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A relation of the document to something outside its own part (ECMA-376, part 2, section 6.5). */
interface Relation {
  id: string;
  type: string;
  target: string;
  outside: boolean;
}

/** What collects beside the text of a document while it is written: addresses, pictures, lists. Numbered in order, so that the same article gives the same bytes. */
export class WordDocument {
  readonly right: boolean;
  readonly pictures: Part[] = [];
  private readonly relations: Relation[] = [];
  private readonly known = new Map<string, string>();
  private readonly lists: { ordered: boolean; level: number; start: number }[] = [];
  private drawings = 0;

  constructor(
    readonly language: string,
    /** Pictures by the name of their file, as `data:` addresses. */
    private readonly inside: ReadonlyMap<string, string>,
    /** Ids of the comments whose words it shows; only an annotated copy has any. */
    readonly comments: ReadonlySet<number> = new Set(),
  ) {
    this.right = directionOf(language) === 'rtl';
  }

  /** The id of a relation to an address. */
  link(url: string): string {
    return this.relate(`${DOC}/hyperlink`, url, true);
  }

  /** The id of a relation to a part of this package. */
  part(kind: string, target: string): string {
    return this.relate(`${DOC}/${kind}`, target, false);
  }

  /** A picture's relation, and whether its bytes are in the package; else it is named as a file beside the document. */
  picture({ asset }: Picture): { id: string; embedded: boolean } {
    const address = /^data:(?<type>[^;,]+);base64,(?<data>.*)$/su.exec(this.inside.get(asset) ?? '')?.groups;
    if (!address) return { id: this.relate(`${DOC}/image`, asset, true), embedded: false };
    const before = this.known.get(asset);
    if (before !== undefined) return { id: before, embedded: true };
    const type = address.type ?? '';
    const file = `media/picture${this.pictures.length + 1}.${type.split('/').at(-1) ?? ''}`;
    this.pictures.push({ name: `/word/${file}`, type, base64: address.data ?? '' });
    const id = this.relate(`${DOC}/image`, file, false);
    this.known.set(asset, id);
    return { id, embedded: true };
  }

  /** A number for a drawing, unique in the document. */
  drawing(): number {
    return ++this.drawings;
  }

  /** A new list at a level from 0; each list has a number of its own, so that two in a row stay two. */
  list(ordered: boolean, level: number, start: number): number {
    this.lists.push({ ordered, level, start });
    return this.lists.length;
  }

  /** The part `document.xml.rels`. */
  relationsXml(): string {
    return relationships(
      this.relations.map(({ id, type, target, outside }) =>
        el('Relationship', { Id: id, Type: type, Target: target, TargetMode: outside ? 'External' : null }),
      ),
    );
  }

  /** The part `numbering.xml`. */
  numberingXml(): string {
    const numbers = this.lists.map(({ ordered, level, start }, index) =>
      el(
        'w:num',
        { 'w:numId': index + 1 },
        val('w:abstractNumId', ordered ? 1 : 0),
        ordered ? el('w:lvlOverride', { 'w:ilvl': level }, val('w:startOverride', start)) : '',
      ),
    );
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    return el('w:numbering', { 'xmlns:w': main }, kindOfList(0, 'bullet'), kindOfList(1, 'decimal'), ...numbers);
  }

  private relate(type: string, target: string, outside: boolean): string {
    const key = `${type}\n${target}\n${outside}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const id = `rId${this.relations.length + 1}`;
    this.relations.push({ id, type, target, outside });
    this.known.set(key, id);
    return id;
  }
}

export const relationships = (relations: readonly string[]): string =>
  el('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, ...relations);

/** Levels that a word processor knows. */
export const DEEPEST_LEVEL = 8;
/** How far a level of a list stands in, in twentieths of a point. */
export const STEP = 360;
const bullets = ['•', '◦', '▪'];

function kindOfList(id: number, format: 'bullet' | 'decimal'): string {
  const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) =>
    el(
      'w:lvl',
      { 'w:ilvl': level },
      val('w:start', 1),
      val('w:numFmt', format),
      val('w:lvlText', format === 'bullet' ? (bullets[level % bullets.length] ?? '•') : `%${level + 1}.`),
      val('w:lvlJc', 'left'),
      el('w:pPr', {}, el('w:ind', { 'w:left': STEP * (level + 1), 'w:hanging': STEP })),
    ),
  );
  return el('w:abstractNum', { 'w:abstractNumId': id }, val('w:multiLevelType', 'hybridMultilevel'), ...levels);
}
