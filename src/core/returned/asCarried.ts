import { blankFields } from '../article/fields';
import { markNames, privateMarkNames, type PublicMarkName } from '../document/blockNames';
import type { BlockJson, DocJson, InlineJson, MarkJson } from '../document/json';
import { keepMarks } from '../document/keepMarks';
import { publicBlock } from '../document/publicBlock';
import type { PublicFields } from '../document/publicFields';
import { publicView } from '../document/publicView';
import type { Resolver } from '../document/resolver';
import { documentSchema } from '../document/schema';
import { carriedBlock, carriedOf } from '../formats/carriedOf';
import type { Carries } from '../formats/carrying';
import type { AnyBlock } from '../history/inline';

/** How an article leaves and comes back in one format. */
export interface Carrying {
  /** What the format carries; null for everything public. */
  carries: Carries | null;
  /** The headlines that links to other articles show in it, by article. */
  headlines: Readonly<Record<string, string>>;
  /** Addresses of articles of this library: a link to one is the library's, and no change of the desk. */
  addresses: readonly string[];
}

/** An article with nothing in it that a returned copy could not hold: what is compared. */
export interface AsCarried {
  fields: PublicFields;
  /** Kicker, headline and standfirst, then the body without blocks that show nothing. */
  blocks: readonly AnyBlock[];
  /** For each block, the child of the document that it stands for. */
  from: readonly number[];
}

const PARTS = 3;
const cached = new WeakMap<Carrying, WeakMap<object, AnyBlock | null>>();

/**
 * A document as a copy of it in the format says it, block by block: equal for what reading its export gives, and for the draft
 * itself. Costs only the blocks not seen before.
 */
export function asCarried(doc: DocJson, carrying: Carrying): AsCarried {
  const resolver = resolverOf(carrying);
  const [kicker, headline, standfirst, ...body] = doc.content;
  const open = publicView({ ...doc, content: [kicker, headline, standfirst] } as unknown as DocJson, undefined, resolver);
  const head = carrying.carries === null ? open : carriedOf(open, carrying.carries);
  const part = (type: string, content: readonly InlineJson[]) =>
    canonical((content.length === 0 ? { type } : { type, content: withoutAddresses(content, carrying) }) as AnyBlock);
  const text = (words: string): InlineJson[] => (words === '' ? [] : [{ type: 'text', text: words }]);
  const blocks = [part('kicker', text(head.kicker)), part('headline', text(head.headline)), part('standfirst', head.standfirst)];
  const from = [0, 1, 2];
  body.forEach((block, at) => {
    const shown = shownBlock(block, carrying);
    if (!shown) return;
    blocks.push(shown);
    from.push(at + PARTS);
  });
  return { fields: { ...blankOnes(doc.attrs.language), ...head.fields }, blocks, from };
}

/** True for a mark that a reader of the returned copy sees; every other one is the draft's own business. */
export function isCarried(mark: MarkJson, { carries, addresses }: Carrying): boolean {
  if (hidden.has(mark.type)) return false;
  if (mark.type === 'link') {
    const target = mark.attrs?.target;
    return target !== undefined && 'url' in target && !addresses.includes(target.url);
  }
  const carried = carries?.marks[mark.type as PublicMarkName];
  return carried !== 'words' && carried !== 'none';
}

/** A block with defaults filled in and everything in the order of the schema, so that equal ones are equal as JSON. */
export const canonical = (block: AnyBlock): AnyBlock => documentSchema().nodeFromJSON(block).toJSON() as AnyBlock;

/** One block as a returned copy has it; null for one that shows nothing. */
function shownBlock(block: BlockJson, carrying: Carrying): AnyBlock | null {
  let known = cached.get(carrying);
  if (!known) cached.set(carrying, (known = new WeakMap()));
  const seen = known.get(block);
  if (seen !== undefined) return seen;
  const [open] = publicBlock(block, resolverOf(carrying));
  const carried = open && (carrying.carries === null ? open : carriedBlock(open, carrying.carries));
  const shown = carried ? canonical(withoutOurLinks(carried as AnyBlock, carrying)) : null;
  known.set(block, shown);
  return shown;
}

const hidden: ReadonlySet<string> = new Set(privateMarkNames);

// Pictures keep the names that the library has for them: here nothing leaves.
const resolverOf = ({ headlines }: Carrying): Resolver => ({
  addressOf: () => null,
  headlineOf: (id) => headlines[id] ?? null,
  fileOf: (asset) => asset,
});

function blankOnes(language: string): PublicFields {
  const { notes, rejections, translationOf, status, ...open } = blankFields(language);
  void [notes, rejections, translationOf, status];
  return open;
}

function withoutOurLinks(block: AnyBlock, carrying: Carrying): AnyBlock {
  if (carrying.addresses.length === 0) return block;
  const target = block.attrs?.target as { url?: string } | null | undefined;
  const ours = target?.url !== undefined && carrying.addresses.includes(target.url);
  const content = block.content && withoutAddresses(block.content as readonly unknown[] as readonly InlineJson[], carrying);
  return {
    ...block,
    ...(ours ? { attrs: { ...block.attrs, target: null } } : {}),
    ...(content
      ? { content: (content as readonly unknown[] as readonly AnyBlock[]).map((child) => withoutOurLinks(child, carrying)) }
      : {}),
  };
}

/** Inline content without links to articles of the library; other content as it is. */
const withoutAddresses = (content: readonly InlineJson[], carrying: Carrying): readonly InlineJson[] =>
  carrying.addresses.length === 0 ? content : keepMarks(content, (mark) => mark.type !== 'link' || isCarried(mark, carrying));

/** The order in which the schema keeps marks. */
export const markOrder = (type: string): number => (markNames as readonly string[]).indexOf(type);
