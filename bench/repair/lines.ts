import { article, h2, p } from '../../src/core/document/testing/builders';
import { examine } from '../../src/core/checks/examine';
import type { BlockJson, DocJson } from '../../src/core/document/json';
import type { Lexicon } from '../../src/core/repair/lexicon';
import { cleanCopy, filled } from './cleanCopy';
import type { Copy } from './language';
import type { Random } from './random';
import { blame, type Tally } from './score';
import type { LineKind, SiteCopy } from './siteCopy';

const HEAD = 3;

/** One line that does not belong into the running text, and the kind of finding that should say so. */
interface Planted {
  kind: string;
  variant: string;
  /** What is offered in its place; null where only a person can tell. */
  wanted: string | null;
}

const kindOf: Readonly<Record<LineKind, string>> = {
  breadcrumb: 'words of the site',
  'share bar': 'words of the site',
  advertisement: 'words of the site',
  newsletter: 'words of the site',
  'frame of the page': 'words of the site',
  'previous or next': 'previous or next left as text',
};

/** One page with lines of its site in it, an attribution, the headline once more and headings in capitals; compares what is found. */
export function scoreLines(
  copy: Copy,
  site: SiteCopy,
  random: Random,
  lexicon: Lexicon,
  of: (kind: string, variant?: string) => Tally,
): void {
  const { doc, planted } = pageOf(copy, site, random);
  const findings = examine(doc, { of: 'text', lexicon });
  const texts = doc.content.map(textOf);
  for (const [index, { kind, variant, wanted }] of planted) {
    const right = findings.some(
      (finding) => finding.kind === kind && finding.place?.path[0] === index && (wanted === null || offers(finding, wanted)),
    );
    for (const each of [of(kind), of(kind, variant)]) {
      each.done++;
      if (right) each.found++;
      else each.missed.push(texts[index] ?? '');
    }
  }
  for (const finding of findings) {
    const index = finding.place?.path[0] ?? -1;
    // Whatever else is said of a line that should not be there is said of damage.
    if (!planted.has(index)) blame(of, finding, texts[index] ?? '');
  }
}

const offers = ({ after, choices }: { after?: string; choices?: readonly { after: string }[] }, wanted: string): boolean =>
  after === wanted || (choices ?? []).some((choice) => choice.after === wanted);

function pageOf(copy: Copy, site: SiteCopy, random: Random): { doc: DocJson; planted: Map<number, Planted> } {
  const words = (line: string): string => {
    const section = random.pick(['Europe', 'Culture', 'Sport', 'Politik', 'Société', 'World']);
    return filled(
      line.replace('{headline}', () => headlineOf(random.pick(site.headlines))).replace('{section}', section),
      copy,
      random,
    );
  };
  const headlineOf = (line: string): string => filled(line, copy, random);
  const headline = headlineOf(random.pick(site.headlines));
  const blocks: { block: BlockJson; planted?: Planted }[] = [];
  const add = (text: string, planted?: Planted): void => {
    blocks.push({ block: p(text), ...(planted ? { planted } : {}) });
  };
  const from = (line: { tuned: readonly string[]; heldOut: readonly string[] }): [string, string] => {
    const held = random.below(2) === 0;
    return [words(random.pick(held ? line.heldOut : line.tuned)), held ? ' (held out)' : ''];
  };
  const plant = (kind: LineKind): void => {
    const [line, held] = from(site.lines[kind]);
    add(line, { kind: kindOf[kind], variant: `${kind}${held}`, wanted: '' });
  };
  plant('breadcrumb');
  if (random.below(2) === 0) {
    const again = random.pick([headline, headline.toUpperCase(), ` ${headline} `]);
    add(again, { kind: 'headline repeated', variant: again === again.toUpperCase() ? 'in capitals' : 'as it is', wanted: '' });
  }
  const inside: readonly LineKind[] = ['share bar', 'advertisement', 'newsletter', 'frame of the page'];
  for (const text of cleanCopy(copy, 500, random)) {
    add(text);
    const [open, close] = copy.marks;
    // Between the paragraphs of one quotation a line would break it, and two things would be said of it.
    if (text.split(open).length > text.split(close).length) continue;
    const what = random.below(4);
    if (what === 0) plant(random.pick(inside));
    else if (what === 1) add(words(random.pick(site.lookalikes)));
    else if (what === 2) {
      const [line, held] = from(site.attributions);
      add(`${open}${filled(random.pick(copy.said), copy, random)}.${close}`);
      add(line, { kind: 'attribution left as text', variant: `under a quotation${held}`, wanted: null });
    }
  }
  const crosshead = headlineOf(random.pick(site.headlines));
  blocks.push({
    block: h2(crosshead.toUpperCase()),
    planted: { kind: 'all in capitals', variant: 'crosshead', wanted: null },
  });
  for (const text of cleanCopy(copy, 200, random)) add(text);
  plant('previous or next');
  const doc = article({ headline, language: copy.language }, ...blocks.map(({ block }) => block));
  return { doc, planted: new Map(blocks.flatMap(({ planted }, at) => (planted ? [[at + HEAD, planted] as const] : []))) };
}

const textOf = (block: DocJson['content'][number]): string =>
  (block.content ?? []).map((node) => ('text' in node ? node.text : '')).join('');
