import { BrowserWindow } from 'electron';
import { StetError } from '../../core/errors';
import type { Previews, Printer } from '../../core/ports/desktop';
import { APP_ORIGIN } from './serveApp';

/** Prints in a window that is never shown, from the page's preview: a document of its own with its own policy and no script. */
export function systemPrinter(previews: Previews): Printer {
  return {
    async print(html) {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
      });
      try {
        await window.loadURL(`${APP_ORIGIN}/preview/${previews.put(html)}`);
        const printing = {
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          preferCSSPageSize: true,
          printBackground: false,
        };
        return await window.webContents.printToPDF(printing);
      } catch (cause) {
        throw new StetError(
          'pdf/failed',
          'This article could not be printed. Try again, or export a web page and print that.',
          {},
          { cause },
        );
      } finally {
        window.destroy();
      }
    },
  };
}
