import { parentPort } from 'node:worker_threads';
import { toWire } from '../../core/errors';
import { readSource } from '../../core/formats/registry';
import type { Imported } from '../../core/formats/format';
import type { ParseRequest } from '../../core/ports/work';
import type { FromWorker } from './jobThread';

/** The worker's side: reads one text at a time and answers with what the importer made of it, or with the error. */
function read({ format, name, language, part, beside, ...source }: ParseRequest): FromWorker<Imported> {
  try {
    return { done: readSource(source, format, { language, name, part, beside }) };
  } catch (error) {
    return { error: toWire(error) };
  }
}

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(read(request)));
parentPort?.postMessage({ ready: true } satisfies FromWorker<Imported>);
