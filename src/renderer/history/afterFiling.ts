import { correctionDraft } from '../../core/history/correctionDraft';
import type { AppState } from '../state/app.svelte';

/**
 * Puts the draft of a correction under the story, for the writer to edit, from what changed since the article was last filed;
 * with an undo. Says so where there is nothing to draft from.
 */
export async function draftCorrection(app: AppState, today: string): Promise<void> {
  const { draft, history } = app;
  if (!draft) return;
  await app.attempt(async () => {
    await draft.flush();
    await history.load(draft.id);
    const { filed } = history;
    if (!filed) return app.notices.show('This article has not been exported yet, so there is nothing to correct in public.');
    const { doc } = await app.client['history.read']({ id: draft.id, version: filed.version });
    const text = correctionDraft(doc, draft.document());
    if (text === null)
      return app.notices.show(
        'No words that readers see were replaced since you filed. Write a correction under “Story” if there is one.',
      );
    const before = draft.fields.corrections.map((one) => ({ ...one }));
    draft.edits.setFields({ corrections: [...before, { at: today, text }] });
    app.showTab('story');
    app.notices.show('A correction is drafted under “Corrections”. Read it and make it yours: it is printed as it stands.', () =>
      draft.edits.setFields({ corrections: before }),
    );
  });
}
