import { child, elementsOf, valOf, type XmlElement } from './readXml';
import { annotatedStyles, styles, type StyleId } from './styles';

/** What a style says of a paragraph or of words: one of Stet's own, or what only other documents have. */
export type Role = StyleId | 'Heading1' | 'Contents';

/** A style of the document as far as it tells anything. */
export interface KnownStyle {
  role: Role | null;
  bold: boolean;
  italic: boolean;
  strike: boolean;
  /** The list that its paragraphs are in. */
  list: { id: string; level: number } | null;
}

/** Names by which word processors know the styles that Stet reads, in lower case; Word itself writes them in English. */
const names = new Map<string, Role>([
  ...Object.entries(styles).map(([id, { name }]) => [name.toLowerCase(), id as StyleId] as const),
  ...(
    [
      ['Title', 'titel', 'titre', 'título', 'titolo'],
      ['Subtitle', 'untertitel', 'sous-titre', 'subtítulo', 'sottotitolo', 'ondertitel', 'standfirst', 'vorspann', 'chapô'],
      [
        'Quote',
        'zitat',
        'citation',
        'cita',
        'citazione',
        'citaat',
        'citação',
        'block text',
        'blockquote',
        'block quote',
        'quotations',
      ],
      ['IntenseQuote', 'intensives zitat', 'citation intense', 'cita destacada', 'citazione intensa', 'pull quote', 'pullquote'],
      ['Caption', 'beschriftung', 'bildunterschrift', 'légende', 'leyenda', 'epígrafe', 'didascalia', 'bijschrift', 'legenda'],
      ['HTMLPreformatted', 'html vorformatiert', 'préformaté html', 'preformatted text', 'source code', 'code block'],
      ['HTMLCode', 'html-code', 'code html', 'verbatim char', 'source text'],
      ['Kicker', 'dachzeile', 'surtitre'],
    ] as const
  ).flatMap(([role, ...other]) => other.map((name) => [name, role] as const)),
]);
const HEADING = /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|rubrique)\s*([1-9])$/u;

/** Every style of the document by its id. A style that says nothing by its name is what it is based on. */
export class DocumentStyles {
  private readonly elements = new Map<string, XmlElement>();
  private readonly known = new Map<string, KnownStyle>();
  /** True for a document that Stet made, even after a word processor saved it. */
  readonly ours: boolean;
  /** True for an annotated copy. */
  readonly annotated: boolean;

  constructor(part: XmlElement | null) {
    for (const style of part ? elementsOf(part) : []) {
      const id = style.attrs['w:styleId'];
      if (style.name === 'w:style' && id !== undefined) this.elements.set(id, style);
    }
    const all = new Set([...this.elements.values()].map((style) => valOf(style, 'w:name')));
    this.ours = [styles.QuoteAttribution, styles.LinkCard, styles.Gap].every(({ name }) => all.has(name));
    this.annotated = all.has(annotatedStyles.AnnotatedCopy.name);
  }

  /** What the style of this id says; nothing where there is none. */
  of(id: string | null): KnownStyle {
    const nothing: KnownStyle = { role: null, bold: false, italic: false, strike: false, list: null };
    if (id === null) return nothing;
    const before = this.known.get(id);
    if (before) return before;
    const style = this.elements.get(id);
    if (!style) return nothing;
    this.known.set(id, nothing); // a circle of styles ends here
    const base = this.of(valOf(style, 'w:basedOn'));
    const looks = child(style, 'w:rPr');
    const numbered = child(child(style, 'w:pPr'), 'w:numPr');
    const found: KnownStyle = {
      role: roleOf(valOf(style, 'w:name') ?? id) ?? base.role,
      bold: isOn(looks, 'w:b') ?? base.bold,
      italic: isOn(looks, 'w:i') ?? base.italic,
      strike: isOn(looks, 'w:strike') ?? base.strike,
      list: numbered ? { id: valOf(numbered, 'w:numId') ?? '0', level: Number(valOf(numbered, 'w:ilvl') ?? 0) } : base.list,
    };
    this.known.set(id, found);
    return found;
  }
}

function roleOf(name: string): Role | null {
  const plain = name.toLowerCase().trim();
  const level = HEADING.exec(plain)?.[1];
  if (level !== undefined) return level === '1' ? 'Heading1' : level === '2' ? 'Heading2' : 'Heading3';
  if (/^(?:toc|verzeichnis|tm)\s?\d$|^(?:toc heading|inhaltsverzeichnisüberschrift)$/u.test(plain)) return 'Contents';
  return names.get(plain) ?? (/^list continue/u.test(plain) ? 'ListContinue' : null);
}

/** A setting that is on or off; null where nothing is said (ECMA-376, part 1, section 17.17.4). */
export function isOn(looks: XmlElement | null, name: string): boolean | null {
  const setting = child(looks, name);
  return setting === null ? null : !/^(?:0|false|off|none)$/u.test(setting.attrs['w:val'] ?? 'on');
}
