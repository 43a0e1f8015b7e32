import { parentPort } from 'node:worker_threads';
import { examine } from '../../core/checks/examine';
import type { Finding } from '../../core/checks/finding';
import { toWire } from '../../core/errors';
import type { ExamineRequest } from '../../core/ports/work';
import { loadLexicon } from '../../core/repair/lexicon';
import type { FromWorker } from './jobThread';

const goingOn = () => parentPort?.postMessage({ goingOn: true } satisfies FromWorker<readonly Finding[]>);

/** The worker's side: examines one article at a time; the words of a language are read here and stay here. */
async function look({ doc, ...how }: ExamineRequest): Promise<FromWorker<readonly Finding[]>> {
  try {
    return { done: examine(doc, { ...how, lexicon: await loadLexicon(doc.attrs.language), onStep: goingOn }) };
  } catch (error) {
    return { error: toWire(error) };
  }
}

parentPort?.on('message', (request: ExamineRequest) => void look(request).then((answer) => parentPort?.postMessage(answer)));
parentPort?.postMessage({ ready: true } satisfies FromWorker<readonly Finding[]>);
