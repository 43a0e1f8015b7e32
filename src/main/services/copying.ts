import { exportName } from '../../core/article/slug';
import { inlineText } from '../../core/article/summary';
import { isUnderEmbargo } from '../../core/document/publicView';
import { exporterOf } from '../../core/formats/registry';
import { textExporter } from '../../core/formats/text/textExporter';
import type { CopiedAs, Handlers } from '../../core/rpc/contract';
import { pageWriter, type ExportPorts } from './exports';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';

/** What is written for each way of copying. Only what is pasted as rich text can have pictures in it. */
const FORMATS: Record<CopiedAs, string> = { rich: 'html', html: 'html', markdown: 'markdown', wordpress: 'wordpress' };

/** Copies of a whole article for other programs: written, guarded and compared as exports are, and filed as they are. */
export function copyHandlers(ports: ExportPorts, open: OpenArticles, history: Pick<HistoryRecorder, 'mark'>) {
  const { library, clock } = ports;
  const { knownArticles, written, lossesIn } = pageWriter(ports, open);

  return {
    'export.copy': async ({ id, as }) => {
      const exporter = exporterOf(FORMATS[as]);
      const article = await open.read(id);
      const { attrs, content } = article.doc;
      const now = clock.now();
      const name = `${exportName({ slug: attrs.slug, headline: inlineText(content[1].content) })}.${exporter.extension}`;
      const around = { known: await knownArticles(), series: (await library.read()).series, files: new Map([[id, name]]), now };
      const page = await written(article, exporter, { whole: as === 'rich', embed: as === 'rich' }, around);
      const { size } = page.pictures;
      const pictures =
        size === 0
          ? []
          : [size === 1 ? '1 picture, which only an export takes along' : `${size} pictures, which only an export takes along`];
      const lost = [...pictures, ...(await lossesIn(page, exporter))];
      await history.mark(article, { filed: { at: now, format: exporter.id, where: 'the clipboard' } });
      return {
        text: page.text,
        plain: as === 'rich' ? textExporter.write(page.view, { whole: true }) : null,
        lost,
        embargoed: isUnderEmbargo(attrs.embargo, now),
      };
    },
  } satisfies Partial<Handlers>;
}
