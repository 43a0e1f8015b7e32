import { parentPort } from 'node:worker_threads';
import { toWire } from '../../core/errors';
import { importerFor } from '../../core/formats/registry';
import type { FromWorker, ToWorker } from './parseRequest';

/** The worker's side: reads one text at a time and answers with what the importer made of it, or with the error. */
function read({ text, format, name, language, part }: ToWorker): FromWorker {
  try {
    return { imported: importerFor(text, name, format).read(text, { language, name, part }) };
  } catch (error) {
    return { error: toWire(error) };
  }
}

parentPort?.on('message', (request: ToWorker) => parentPort?.postMessage(read(request)));
parentPort?.postMessage({ ready: true } satisfies FromWorker);
