import type { BrowserWindow, Dialog, Shell } from 'electron';
import { isOpenable } from '../../core/article/url';
import { StetError } from '../../core/errors';
import type { Opener } from '../../core/ports/desktop';

/** Opens https and mailto addresses outside, after showing where they lead. Errors: `links/refused`. */
export function systemOpener(shell: Shell, dialog: Dialog, window: () => BrowserWindow | null): Opener {
  return {
    async open(url) {
      const parsed = isOpenable(url) ? new URL(url) : null;
      if (parsed === null || (parsed.protocol !== 'https:' && parsed.protocol !== 'mailto:')) {
        throw new StetError(
          'links/refused',
          'Stet opens only https and mail addresses. Copy the address if you need it elsewhere.',
        );
      }
      const options = {
        type: 'question' as const,
        message: parsed.protocol === 'mailto:' ? 'Write to this address?' : `Open a page of ${parsed.hostname} in your browser?`,
        detail: parsed.href,
        buttons: ['Open', 'Cancel'],
        defaultId: 0,
        cancelId: 1,
      };
      const parent = window();
      const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
      if (response === 0) await shell.openExternal(parsed.href);
    },
  };
}
