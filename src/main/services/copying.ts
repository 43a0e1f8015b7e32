import type { Article } from '../../core/article/article';
import type { Filed } from '../../core/history/version';
import { isUnderEmbargo } from '../../core/document/publicFields';
import { exporterOf } from '../../core/formats/registry';
import { textExporter } from '../../core/formats/text/textExporter';
import type { CopiedAs } from '../../core/rpc/exportMethods';
import type { Handlers } from '../../core/rpc/contract';
import { stemOf } from './exportFiles';
import type { HistoryRecorder } from './historyRecorder';
import type { OpenArticles } from './openArticles';
import { pageWriter, type ExportPorts } from './pageWriter';

/** What is written for each way of copying. Only what is pasted as rich text can have pictures in it. */
const FORMATS: Record<CopiedAs, string> = { rich: 'html', html: 'html', markdown: 'markdown', wordpress: 'wordpress' };

/** Copies of a whole article for other programs: written, guarded and compared as exports are, and filed once a clipboard has them. */
export function copyHandlers(ports: ExportPorts, open: OpenArticles, history: Pick<HistoryRecorder, 'mark'>) {
  const { library, clock } = ports;
  const { knownArticles, knownAssets, written, lossesIn } = pageWriter(ports, open);
  // A clipboard holds one thing: only the last copy can still be taken.
  let last: { copy: number; article: Article; filed: Filed } | null = null;
  let copies = 0;

  return {
    'export.copy': async ({ id, as }) => {
      const exporter = exporterOf(FORMATS[as]);
      const article = await open.read(id);
      const now = clock.now();
      const name = `${stemOf(article.doc)}.${exporter.extension}`;
      const [known, assets, { series }] = await Promise.all([knownArticles(), knownAssets(), library.read()]);
      const around = { known, series, files: new Map([[id, name]]), assets, now };
      const page = await written(article, exporter, { whole: as === 'rich', embed: as === 'rich' }, around);
      const { size } = page.pictures;
      const pictures =
        size === 0
          ? []
          : [size === 1 ? '1 picture, which only an export takes along' : `${size} pictures, which only an export takes along`];
      const lost = [...pictures, ...(await lossesIn(page, exporter))];
      last = { copy: ++copies, article, filed: { at: now, format: exporter.id, where: 'the clipboard' } };
      return {
        copy: last.copy,
        text: page.text,
        plain: as === 'rich' ? textExporter.write(page.view, { whole: true }) : null,
        lost,
        embargoed: isUnderEmbargo(article.doc.attrs.embargo, now),
      };
    },
    'export.copied': async ({ copy }) => {
      if (last?.copy !== copy) return null;
      const { article, filed } = last;
      last = null;
      await history.mark(article, { filed });
      return null;
    },
  } satisfies Partial<Handlers>;
}
