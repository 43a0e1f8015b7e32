import type { BrowserWindow, Dialog } from 'electron';
import type { NodePlaces } from '../places';

/** The host's folders with the platform's own chooser. */
export function nativePlaces(places: NodePlaces, dialog: Dialog, window: () => BrowserWindow | null): NodePlaces {
  return {
    ...places,
    async choose() {
      const parent = window();
      const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'], buttonLabel: 'Choose' };
      const { canceled, filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      const [folder] = filePaths;
      return canceled || folder === undefined ? null : places.handleFor(folder);
    },
  };
}
