import { annotatedCopyOf } from '../../core/formats/annotated/annotatedCopy';
import { annotatedHtml } from '../../core/formats/annotated/annotatedHtml';
import { annotatedWord } from '../../core/formats/annotated/annotatedWord';
import type { Finding } from '../../core/checks/finding';
import { StetError } from '../../core/errors';
import type { Handlers } from '../../core/rpc/contract';
import { stemOf } from './exportFiles';
import { picturesInside } from './exportPictures';
import type { OpenArticles } from './openArticles';
import { pageWriter, type ExportPorts } from './pageWriter';

type Examine = (id: string) => Promise<{ findings: readonly Finding[] }>;

/**
 * Annotated copies: what is private in an article, beside it, for a lawyer or a fact-checker. No format of the registry, so that
 * nothing but this call writes one; of one article at a time, never counted as filed, readable on the disk by its owner only.
 */
export function annotatedHandlers(ports: ExportPorts, open: OpenArticles, examine: Examine) {
  const { assets, clock, library, places } = ports;
  const { knownArticles, knownAssets, seen } = pageWriter(ports, open);

  async function findingsOf(id: string): Promise<readonly Finding[] | null> {
    try {
      return (await examine(id)).findings;
    } catch (error) {
      // A lawyer is not kept waiting for the checks; the copy says that they could not be run.
      if (error instanceof StetError) return null;
      throw error;
    }
  }

  return {
    'export.annotated': async ({ id, as, folder, guarded, replace }) => {
      const article = await open.read(id);
      const stem = stemOf(article.doc);
      const name = `${stem} – annotated – private.${as}`;
      const there = (await places.names(folder)).some((one) => one.toLowerCase() === name.toLowerCase());
      if (there && !replace) return { exists: name };
      const now = clock.now();
      const [known, assetsThere, { series }] = await Promise.all([knownArticles(), knownAssets(), library.read()]);
      const around = { known, series, files: new Map([[id, stem]]), assets: assetsThere, now };
      const { view, pictures } = await seen(article, around);
      const copy = annotatedCopyOf(article.doc, view, { guarded, findings: await findingsOf(id), day: dayOf(now) });
      const inside = await picturesInside(assets, pictures);
      const file = as === 'docx' ? annotatedWord(copy, inside) : new TextEncoder().encode(annotatedHtml(copy, inside));
      await places.writePieces(folder, name, whole(file));
      return { name, printed: copy.printed };
    },
  } satisfies Partial<Handlers>;
}

async function* whole(file: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(file);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day by the writer's clock, ISO 8601. */
function dayOf(now: number): string {
  const at = new Date(now);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
