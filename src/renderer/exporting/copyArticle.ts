import type { CopiedAs } from '../../core/rpc/exportMethods';
import type { AppState } from '../state/app.svelte';
import { copyText } from '../state/copyText';

const NAMES: Record<CopiedAs, string> = {
  rich: 'rich text',
  html: 'HTML',
  markdown: 'Markdown',
  wordpress: 'WordPress blocks',
};

/** Puts the article at hand into the clipboard as another program takes it, and says what does not go along. */
export async function copyArticle(app: Pick<AppState, 'draft' | 'client' | 'notices' | 'attempt'>, as: CopiedAs): Promise<void> {
  const { draft } = app;
  if (!draft) return;
  await app.attempt(async () => {
    await draft.flush();
    const { copy, text, plain, lost, embargoed } = await app.client['export.copy']({ id: draft.id, as });
    if (!copyText(plain ?? text, plain === null ? null : text)) {
      app.notices.show('The clipboard did not take it. Click into the page and try again, or export the article.');
      return;
    }
    await app.client['export.copied']({ copy });
    const parts = [
      as === 'rich' ? 'Copied as rich text.' : `Text copied as ${NAMES[as]}, without headline and byline.`,
      ...(embargoed ? ['Its embargo stands on top.'] : []),
      ...(lost.length > 0 ? [`Not in it: ${lost.join(', ')}.`] : []),
    ];
    app.notices.show(parts.join(' '));
  });
}
