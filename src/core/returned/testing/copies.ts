import type { DocJson } from '../../document/json';
import { publicView } from '../../document/publicView';
import { withPictures } from '../../document/testing/arbitraryPictures';
import { docxExporter } from '../../formats/docx/docxExporter';
import type { Exporter } from '../../formats/format';
import { htmlExporter } from '../../formats/html/htmlExporter';
import { markdownExporter } from '../../formats/markdown/markdownExporter';
import { importers } from '../../formats/registry';
import type { Carrying } from '../asCarried';
import { materialOf, type Material } from '../material';
import { Review } from '../review';

/** The formats in which copies come back. */
export const copyFormats: readonly Exporter[] = [docxExporter, markdownExporter, htmlExporter];

const HEADLINES = { elsewhere0000000: 'Ferry service ends' };

export const carryingOf = ({ carries }: Exporter): Carrying => ({ carries, headlines: HEADLINES, addresses: [] });

/** A document as a copy of it in a format comes back from a desk that changed nothing. */
export function copyOf(doc: DocJson, exporter: Exporter): DocJson {
  const view = publicView(doc, undefined, {
    addressOf: () => null,
    headlineOf: (id) => HEADLINES[id as keyof typeof HEADLINES] ?? null,
    fileOf: (asset) => asset,
  });
  const importer = importers.find(({ id }) => id === exporter.readBy);
  if (!importer) throw new Error('not a format that is read');
  const { language } = doc.attrs;
  return withPictures(importer.read(exporter.write(view, { whole: true }), { language, name: null, part: 'page' }).doc);
}

/** What is compared when a copy of `desk`, an edited `sent`, comes back. */
export const returnedAs = (sent: DocJson, desk: DocJson, exporter: Exporter): Material =>
  materialOf({ sent, echo: copyOf(sent, exporter), returned: copyOf(desk, exporter) }, carryingOf(exporter));

/** The same beside a draft. */
export const reviewOf = (sent: DocJson, desk: DocJson, exporter: Exporter, draft: DocJson = sent): Review =>
  new Review(returnedAs(sent, desk, exporter), draft);
