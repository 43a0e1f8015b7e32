import { directionOf } from '../html/direction';
import { el, val } from './xml';

/** Word's own name of a style, and what it looks like. Names that Word knows are shown in the language of whoever opens the file. */
interface Style {
  name: string;
  kind: 'paragraph' | 'character';
  basedOn?: string;
  next?: string;
  paragraph?: string;
  run?: string;
}

const spaced = (before: number, after: number): string => el('w:spacing', { 'w:before': before, 'w:after': after });
const size = (halfPoints: number): string => val('w:sz', halfPoints) + val('w:szCs', halfPoints);
const grey = val('w:color', '5A5A5A');
const bold = '<w:b/><w:bCs/>';
const italic = '<w:i/><w:iCs/>';
const mono = el('w:rFonts', { 'w:ascii': 'Courier New', 'w:hAnsi': 'Courier New', 'w:cs': 'Courier New' });
const beside = (side: 'left' | 'top' | 'bottom', width: number, space: number): string =>
  el(`w:${side}`, { 'w:val': 'single', 'w:sz': width, 'w:space': space, 'w:color': '999999' });
const paragraph = (name: string, basedOn: string, look: Partial<Style> = {}): Style => ({
  name,
  kind: 'paragraph',
  basedOn,
  ...look,
});
const character = (name: string, run = ''): Style => ({ name, kind: 'character', run });

/**
 * Every style of an exported document by its id. A style says what a part of the article is, so that it comes back whatever
 * a word processor did to the look of it; custom names are the words of the interface.
 */
export const styles = {
  Normal: { name: 'Normal', kind: 'paragraph' },
  Title: paragraph('Title', 'Normal', { next: 'Subtitle', paragraph: `<w:keepNext/>${spaced(0, 120)}`, run: bold + size(44) }),
  Subtitle: paragraph('Subtitle', 'Normal', { next: 'Normal', paragraph: spaced(0, 200), run: size(28) }),
  Heading2: paragraph('heading 2', 'Normal', {
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spaced(280, 100)}${val('w:outlineLvl', 1)}`,
    run: bold + size(28),
  }),
  Heading3: paragraph('heading 3', 'Normal', {
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spaced(220, 80)}${val('w:outlineLvl', 2)}`,
    run: bold + size(24),
  }),
  Quote: paragraph('Quote', 'Normal', {
    paragraph: `${el('w:pBdr', {}, beside('left', 12, 12))}${spaced(0, 120)}${el('w:ind', { 'w:left': 480, 'w:right': 480 })}`,
  }),
  QuoteAttribution: paragraph('Quote Attribution', 'Quote', { next: 'Normal', paragraph: spaced(0, 240), run: grey }),
  IntenseQuote: paragraph('Intense Quote', 'Normal', {
    paragraph: `<w:keepLines/>${el('w:pBdr', {}, beside('top', 12, 8), beside('bottom', 12, 8))}${spaced(240, 120)}${el('w:ind', { 'w:left': 720, 'w:right': 720 })}${val('w:jc', 'center')}`,
    run: size(30),
  }),
  PullQuoteAttribution: paragraph('Pull Quote Attribution', 'Normal', {
    next: 'Normal',
    paragraph: `${spaced(0, 240)}${val('w:jc', 'center')}`,
    run: grey,
  }),
  Caption: paragraph('caption', 'Normal', { next: 'Normal', paragraph: spaced(0, 160), run: grey + size(20) }),
  TableCaption: paragraph('Table Caption', 'Caption', { paragraph: `<w:keepNext/>${spaced(160, 80)}` }),
  Credit: paragraph('Picture Credit', 'Caption', { next: 'Normal', paragraph: spaced(0, 200), run: size(18) }),
  Picture: paragraph('Picture', 'Normal', { next: 'Caption', paragraph: `<w:keepNext/>${spaced(160, 80)}` }),
  LeadPicture: paragraph('Lead Picture', 'Picture'),
  TableHeading: paragraph('Table Heading', 'Normal', { paragraph: '<w:keepNext/>' + spaced(40, 40), run: bold }),
  ListBullet: paragraph('List Bullet', 'Normal', { paragraph: spaced(0, 80) }),
  ListNumber: paragraph('List Number', 'Normal', { paragraph: spaced(0, 80) }),
  ListContinue: paragraph('List Continue', 'Normal', { paragraph: spaced(0, 80) }),
  Embargo: paragraph('Embargo', 'Normal', {
    paragraph: `${el('w:pBdr', {}, beside('top', 12, 4), beside('bottom', 12, 4))}${spaced(0, 240)}`,
    run: bold,
  }),
  Section: paragraph('Section', 'Normal', { paragraph: spaced(0, 80), run: grey + size(20) }),
  Kicker: paragraph('Kicker', 'Normal', {
    next: 'Title',
    paragraph: `<w:keepNext/>${spaced(0, 40)}`,
    run: bold + grey + size(22),
  }),
  Byline: paragraph('Byline', 'Normal', { paragraph: spaced(0, 60) }),
  Dateline: paragraph('Dateline', 'Normal', { paragraph: spaced(0, 200), run: grey }),
  Related: paragraph('Read Also', 'Normal'),
  LinkCard: paragraph('Link Card', 'Normal', { paragraph: el('w:pBdr', {}, beside('left', 6, 8)) }),
  ThematicBreak: paragraph('Break', 'Normal', { next: 'Normal', paragraph: `${spaced(160, 320)}${val('w:jc', 'center')}` }),
  HTMLPreformatted: paragraph('HTML Preformatted', 'Normal', { run: mono + size(20) }),
  FactBoxTitle: paragraph('Fact Box Title', 'Normal', { paragraph: `<w:keepNext/>${spaced(80, 80)}`, run: bold }),
  Gap: paragraph('Gap', 'Normal', { next: 'Normal', paragraph: spaced(0, 0), run: size(12) }),
  Tagline: paragraph('Tagline', 'Normal', { paragraph: spaced(320, 120), run: italic }),
  CorrectionsTitle: paragraph('Corrections', 'Normal', {
    next: 'Correction',
    paragraph: `<w:keepNext/>${spaced(240, 60)}`,
    run: bold,
  }),
  Correction: paragraph('Correction', 'Normal', { paragraph: spaced(0, 80) }),
  SeriesName: paragraph('Series', 'Normal', { paragraph: spaced(240, 60), run: bold }),
  PreviousArticle: paragraph('Previous Article', 'Normal', { paragraph: spaced(0, 60) }),
  NextArticle: paragraph('Next Article', 'Normal', { paragraph: spaced(0, 60) }),
  Header: paragraph('header', 'Normal', { paragraph: spaced(0, 0), run: bold }),
  Hyperlink: character('Hyperlink', val('w:color', '1F4E99') + val('w:u', 'single')),
  HTMLCode: character('HTML Code', mono + size(20)),
  PersonName: character('Person Name'),
  PersonRole: character('Person Role'),
  Source: character('Source', italic),
  Place: character('Place'),
  Zone: character('Zone'),
  SectionName: character('Section Name'),
  Label: character('Label', bold),
  PieceTitle: character('Piece Title'),
  Provider: character('Provider', grey),
  Description: character('Description'),
  CorrectionText: character('Correction Text'),
} as const satisfies Record<string, Style>;

/** What only an annotated copy has: by the first of them it is known, also after a word processor saved it. */
export const annotatedStyles = {
  AnnotatedCopy: paragraph('Annotated Copy', 'Normal', {
    paragraph: `<w:keepNext/>${el('w:pBdr', {}, beside('top', 18, 6), beside('bottom', 18, 6))}${spaced(0, 160)}`,
    run: bold + val('w:color', 'A61B1B') + size(26),
  }),
  AnnotationsTitle: paragraph('Annotations Title', 'Normal', {
    next: 'Annotation',
    paragraph: `<w:keepNext/>${spaced(480, 120)}${val('w:outlineLvl', 1)}`,
    run: bold + size(28),
  }),
  AnnotationWords: paragraph('Annotated Words', 'Normal', { paragraph: `<w:keepNext/>${spaced(200, 40)}`, run: italic }),
  Annotation: paragraph('Annotation', 'Normal', {
    paragraph: `${spaced(0, 20)}${el('w:ind', { 'w:left': 360 })}`,
    run: size(20),
  }),
  Guard: paragraph('Protected Source', 'Annotation', { paragraph: '<w:keepNext/>', run: bold + val('w:color', 'A61B1B') }),
  Footer: paragraph('footer', 'Normal', { paragraph: spaced(0, 0), run: bold + size(18) }),
  CommentText: paragraph('annotation text', 'Normal', { paragraph: spaced(0, 0), run: size(20) }),
  CommentReference: character('annotation reference', size(16)),
} as const satisfies Record<string, Style>;

export type StyleId = keyof typeof styles | keyof typeof annotatedStyles;

const LEADING = el('w:spacing', { 'w:after': 160, 'w:line': 288, 'w:lineRule': 'auto' });
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part `styles.xml`: the language and direction of the whole document, and every style; `more` beside those of every document. */
export function stylesXml(language: string, more: Readonly<Record<string, Style>> = {}): string {
  const spoken = wordLanguage(language);
  const right = directionOf(language) === 'rtl';
  const lang = el('w:lang', { 'w:val': spoken, 'w:eastAsia': spoken, 'w:bidi': spoken });
  const font = el('w:rFonts', { 'w:ascii': 'Georgia', 'w:hAnsi': 'Georgia', 'w:eastAsia': 'Georgia', 'w:cs': 'Times New Roman' });
  const defaults = el(
    'w:docDefaults',
    {},
    el('w:rPrDefault', {}, el('w:rPr', {}, font, size(22), lang)),
    // Not in the style Normal, so that the style of a table can say otherwise.
    el('w:pPrDefault', {}, el('w:pPr', {}, right ? '<w:bidi/>' : '', LEADING)),
  );
  const all = Object.entries({ ...styles, ...more } as Record<string, Style>).map(([id, style]) => styleXml(id, style));
  return el(
    'w:styles',
    { 'xmlns:w': W },
    defaults,
    ...all,
    tableStyle('TableGrid', 'Table Grid', true),
    tableStyle('FactBox', 'Fact Box', false),
  );
}

/** A language tag as Word has it: nothing is checked in a text whose language nobody knows. */
const wordLanguage = (language: string): string => (language === 'und' ? 'x-none' : language);

function styleXml(id: string, { name, kind, basedOn, next, paragraph: looks = '', run = '' }: Style): string {
  const known = /^(?:Normal|Title|Subtitle|heading|Quote$|Intense|caption|List|HTML|header|footer|annotation |Hyperlink)/u.test(
    name,
  );
  return el(
    'w:style',
    { 'w:type': kind, 'w:default': id === 'Normal' ? 1 : null, 'w:customStyle': known ? null : 1, 'w:styleId': id },
    val('w:name', name),
    basedOn === undefined ? '' : val('w:basedOn', basedOn),
    next === undefined ? '' : val('w:next', next),
    '<w:qFormat/>',
    looks === '' ? '' : el('w:pPr', {}, looks),
    run === '' ? '' : el('w:rPr', {}, run),
  );
}

function tableStyle(id: string, name: string, inside: boolean): string {
  const edge = (side: string): string => el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '999999' });
  const edges = ['top', 'left', 'bottom', 'right', ...(inside ? ['insideH', 'insideV'] : [])].map(edge).join('');
  const margin = (side: string): string => el(`w:${side}`, { 'w:w': 108, 'w:type': 'dxa' });
  return el(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': inside ? null : 1, 'w:styleId': id },
    val('w:name', name),
    el('w:pPr', {}, spaced(40, 40)),
    el('w:tblPr', {}, el('w:tblBorders', {}, edges), el('w:tblCellMar', {}, ...['left', 'right'].map(margin))),
    inside ? '' : el('w:tcPr', {}, el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F2F2F2' })),
  );
}
