import { boot, type Stet } from '../../src/main/boot';
import { createNodePlaces } from '../../src/main/places';
import { createSearchIndex, searchFile } from '../../src/main/workers/createSearchIndex';
import { workerUrl } from './places';

const never = () => Promise.reject(new Error('not in a measurement'));

/** Everything behind a window, on this library, as the hosts start it; with no window and no server. */
export const bootOn = (library: string): Promise<Stet> =>
  boot({
    folder: library,
    host: 'loopback',
    version: '0.0.0',
    nativeDialogs: false,
    places: createNodePlaces(),
    opener: { open: never },
    parser: { parse: never, close: () => Promise.resolve() },
    examiner: { examine: never, close: () => Promise.resolve() },
    printer: () => ({ print: never }),
    searchIndex: (folder) =>
      createSearchIndex({ path: folder.then((path) => (path === null ? null : searchFile(path))), workerUrl }),
    onFocus: () => undefined,
  });
