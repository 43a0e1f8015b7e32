import type { Article } from '../../core/article/article';
import type { Fields } from '../../core/article/fields';
import { exportName } from '../../core/article/slug';
import { inlineText } from '../../core/article/summary';
import type { DocJson } from '../../core/document/json';
import { linkedArticles } from '../../core/document/linkedArticles';
import { picturesIn, placePictures, type FoundPicture } from '../../core/document/pictures';
import { isUnderEmbargo } from '../../core/document/publicFields';
import { publicView } from '../../core/document/publicView';
import { StetError } from '../../core/errors';
import { fromBase64 } from '../../core/formats/base64';
import type { Exporter, Imported } from '../../core/formats/format';
import { exporters, importerFor } from '../../core/formats/registry';
import { likeness } from '../../core/history/bag';
import type { Version } from '../../core/history/version';
import type { ArticleStore } from '../../core/ports/articles';
import type { AssetStore } from '../../core/ports/assets';
import type { Clock } from '../../core/ports/clock';
import type { HistoryStore } from '../../core/ports/history';
import type { Parser } from '../../core/ports/work';
import type { Carrying } from '../../core/returned/asCarried';
import { materialOf, type Material } from '../../core/returned/material';
import { planReturn } from '../../core/returned/planReturn';
import type { Handlers } from '../../core/rpc/contract';
import { picturesBeside } from './exportPictures';
import type { HistoryRecorder } from './historyRecorder';
import { storedFromInside } from './importPictures';
import type { OpenArticles } from './openArticles';

interface ReturnedPorts {
  articles: ArticleStore;
  assets: AssetStore;
  history: HistoryStore;
  parser: Parser;
  clock: Clock;
}

/** What may have been sent: a version that was filed, or the article as it stands. */
interface Sent {
  doc: DocJson;
  version: Version | null;
}

/** Older ones than these are not looked at: a copy comes back before the next few are sent. */
const MOST_FILED = 5;

/** Copies that come back from a desk, beside the article that was sent. Nothing is stored but pictures in them. */
export function returnedHandlers(ports: ReturnedPorts, open: OpenArticles, recorder: Pick<HistoryRecorder, 'flush'>) {
  const { articles, assets, history, parser, clock } = ports;

  async function sentOnes(article: Article): Promise<Sent[]> {
    await recorder.flush(article.id);
    const { versions } = await history.versions(article.id);
    const filed = versions.filter((version) => version.filed !== null).slice(-MOST_FILED);
    const found: Sent[] = [];
    for (const version of filed.reverse()) {
      try {
        found.push({ doc: await history.document(article.id, version.version), version });
      } catch (error) {
        // One that is damaged is no version to compare with; the others are.
        if (!(error instanceof StetError)) throw error;
      }
    }
    return found.length > 0 ? found : [{ doc: article.doc, version: null }];
  }

  /** Headlines that a copy may show, and addresses that it may have, of the articles that these documents link to. */
  async function linked(
    docs: readonly DocJson[],
  ): Promise<Pick<Carrying, 'addresses'> & { shown: Record<string, string>; all: Record<string, string> }> {
    const known = new Map((await articles.list()).map((summary) => [summary.id, summary]));
    const shown: Record<string, string> = {};
    const all: Record<string, string> = {};
    const addresses: string[] = [];
    for (const id of new Set(docs.flatMap((doc) => [...linkedArticles(doc)]))) {
      const summary = known.get(id);
      if (!summary || summary.trashedAt !== null) continue;
      const fields = await fieldsOf(id);
      if (fields === null) continue;
      const { canonicalUrl, embargo, status } = fields;
      if (canonicalUrl !== null) addresses.push(canonicalUrl);
      if (isUnderEmbargo(embargo, clock.now())) continue;
      // An export of several shows the headlines of all of them.
      all[id] = summary.headline;
      if (status === 'ready' || status === 'published') shown[id] = summary.headline;
    }
    return { addresses, shown, all };
  }

  async function fieldsOf(id: string): Promise<Fields | null> {
    try {
      return (await open.read(id)).doc.attrs;
    } catch (error) {
      // One that cannot be read is as if it were not there: no export names it.
      if (error instanceof StetError) return null;
      throw error;
    }
  }

  /** The same text after it went out and came in again, so that only what a desk did is left to see. */
  async function echoOf(doc: DocJson, exporter: Exporter, { headlines }: Carrying): Promise<DocJson> {
    const files = picturesBeside('a', doc);
    const view = publicView(doc, undefined, {
      addressOf: () => null,
      headlineOf: (id) => headlines[id] ?? null,
      fileOf: (asset) => files.get(asset) ?? null,
    });
    const { language } = doc.attrs;
    const text = exporter.write(view, { whole: true });
    const back = await parser.parse({ text, format: exporter.readBy, name: null, language, part: 'page' });
    return withFilesOf(doc, back.doc, new Map());
  }

  async function stored(pictures: Imported['pictures']): Promise<Map<string, FoundPicture>> {
    try {
      return (await storedFromInside(assets, pictures ?? [])).found;
    } catch (error) {
      // A library that is only read can be compared all the same: pictures are then told by their names.
      if (error instanceof StetError) return new Map();
      throw error;
    }
  }

  return {
    'returned.compare': async ({ id, text, packed, name, format }) => {
      const article = await open.read(id);
      const { language } = article.doc.attrs;
      const bytes = packed === undefined ? undefined : fromBase64(packed);
      const readBy = bytes ? 'docx' : importerFor(text, name, format).id;
      // A desk does not edit what a wire carries.
      const writers = exporters.filter((exporter) => exporter.readBy === readBy && readBy !== 'ninjs');
      const [usual] = writers;
      if (!usual) {
        throw new StetError(
          'returned/format',
          'Stet compares Word documents, Markdown and web pages with an article. Ask the desk for one of these, or import the file as an article of its own.',
        );
      }
      // Without its name, from which an import would make a slug.
      const back = await parser.parse({ text, bytes, name: null, format: readBy, language, part: 'page' });
      const inside = await stored(back.pictures);
      const sent = await sentOnes(article);
      const { addresses, shown, all } = await linked([article.doc, ...sent.map(({ doc }) => doc)]);
      const headlines = Object.keys(all).length > Object.keys(shown).length ? [shown, all] : [shown];

      let best: { material: Material; sent: Sent; changes: number } | null = null;
      for (const one of sent) {
        const exporter = writers.find((writer) => writer.id === one.version?.filed?.format) ?? usual;
        const returned = asSent(withFilesOf(one.doc, back.doc, inside), one, clock.now());
        for (const names of headlines) {
          const carrying: Carrying = { carries: exporter.carries, headlines: names, addresses };
          const material = materialOf({ sent: one.doc, echo: await echoOf(one.doc, exporter, carrying), returned }, carrying);
          const changes = planReturn(material, material.here).changes.length;
          if (best === null || changes < best.changes) best = { material, sent: one, changes };
        }
        if (best?.changes === 0) break;
      }
      if (!best) throw new StetError('returned/unreadable', 'There is nothing of this article to compare the copy with.');
      const { version } = best.sent;
      return {
        material: best.material,
        filed: version?.filed ? { version: version.version, at: version.filed.at, format: version.filed.format } : null,
        alike: alike(best.material),
        leftOut: back.leftOut,
        name: name ?? exportName({ slug: article.doc.attrs.slug, headline: inlineText(article.doc.content[1].content) }),
      };
    },
  } satisfies Partial<Handlers>;
}

/** A copy's pictures by the names of the library: those inside it, and those that went out under a name of their place. */
function withFilesOf(sent: DocJson, doc: DocJson, inside: ReadonlyMap<string, FoundPicture>): DocJson {
  const assets = picturesIn(sent);
  const sizes = new Map<string, FoundPicture>();
  const note = (picture: FoundPicture | null | undefined) => picture && sizes.set(picture.asset, picture);
  note(sent.attrs.leadImage);
  for (const block of sent.content) if (block.type === 'figure') note(block.attrs);
  const find = (name: string): FoundPicture | null => {
    const held = inside.get(name);
    const place = /-(\d+)\.[a-z]+$/iu.exec(name)?.[1];
    const known = sizes.get(held?.asset ?? assets[Number(place) - 1] ?? '');
    if (held) return known ?? held;
    return known ? { asset: known.asset, width: known.width, height: known.height } : null;
  };
  return placePictures(doc, find, () => undefined);
}

/** An embargo that was over when the text was sent was not in it: that it is not in the copy is no change. */
function asSent(returned: DocJson, { doc, version }: Sent, now: number): DocJson {
  const { embargo } = doc.attrs;
  if (returned.attrs.embargo !== null || isUnderEmbargo(embargo, version?.filed?.at ?? now)) return returned;
  return { ...returned, attrs: { ...returned.attrs, embargo } };
}

/** How much of two texts is the same words: 0 to 1. */
function alike({ base, desk }: Material): number {
  const whole = ({ blocks }: Material['base']) => ({ type: 'factBox', content: blocks });
  return likeness(whole(base), whole(desk));
}
