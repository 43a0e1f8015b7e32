import { carriedOf } from '../../core/formats/carriedOf';
import type { Exporter } from '../../core/formats/format';
import { htmlExporter } from '../../core/formats/html/htmlExporter';
import { PDF, pdfPage } from '../../core/formats/html/printed';
import { exporterOf, exporters } from '../../core/formats/registry';
import { textExporter } from '../../core/formats/text/textExporter';
import type { Handlers } from '../../core/rpc/contract';
import type { Events } from './events';
import { stemOf } from './exportFiles';
import { picturesInside, shortened } from './exportPictures';
import { ExportRun, type Filer } from './exportRun';
import type { OpenArticles } from './openArticles';
import { embedded, pageWriter, type ExportPorts } from './pageWriter';

/** A whole page with its pictures in it: what is printed. */
const asPrinted = { whole: true, embed: true } as const;

const writerOf = (format: string): Exporter => (format === PDF ? pdfPage : exporterOf(format));

/** What leaves the library: previews and files. */
export function exportHandlers(ports: ExportPorts, open: OpenArticles, history: Filer, events: Pick<Events, 'emit'>) {
  const { assets, library, previews, clock } = ports;
  const { knownArticles, knownAssets, seen, written, lossesIn } = pageWriter(ports, open);
  const runs = new ExportRun(ports, open, history, events);

  return {
    // Of a print there is nothing to choose: it is whole, and its pictures are in it.
    'export.formats': () =>
      Promise.resolve([
        // Only where there is a choice is it offered.
        ...exporters.map(({ id, title, extension, previewable, embeds, metadata }) => ({
          id,
          title,
          extension,
          previewable,
          embeds: embeds === true,
          metadata: metadata === true,
        })),
        {
          id: pdfPage.id,
          title: pdfPage.title,
          extension: pdfPage.extension,
          previewable: false,
          embeds: false,
          metadata: false,
        },
      ]),

    'export.preview': async ({ id, format, options: asked }) => {
      const options = format === PDF ? asPrinted : asked;
      const exporter = writerOf(format);
      const article = await open.read(id);
      const name = `${stemOf(article.doc)}.${exporter.extension}`;
      const { series } = await library.read();
      const [known, there] = await Promise.all([knownArticles(), knownAssets()]);
      const around = { known, series, files: new Map([[id, name]]), assets: there, now: clock.now() };
      const page = await written(article, exporter, { ...options, embed: false }, around);
      const { whole } = options;
      // A file that is no text is shown as what it says and as a page of the same parts.
      if (exporter.pack) {
        const pictures = await picturesInside(assets, (await seen(article, around)).pictures);
        const shown = exporter.carries === null ? page.view : carriedOf(page.view, exporter.carries);
        const preview = previews.put(htmlExporter.write(shown, { whole, inside: pictures }));
        return { name, text: textExporter.write(page.view, { whole }), lost: await lossesIn(page, exporter), preview };
      }
      // The preview is a page without any file beside it.
      const inside = exporter.previewable ? await picturesInside(assets, page.pictures) : new Map<string, string>();
      const text = embedded(exporter, options) ? exporter.write(page.view, { whole, inside: shortened(inside) }) : page.text;
      const preview = exporter.previewable ? previews.put(exporter.write(page.view, { whole, inside })) : null;
      return { name, text, lost: await lossesIn(page, exporter), preview };
    },

    'export.run': async (input) => runs.run(input, writerOf(input.format), input.format === PDF ? asPrinted : input.options),
    'export.cancel': () => {
      runs.cancel();
      return Promise.resolve(null);
    },
  } satisfies Partial<Handlers>;
}
