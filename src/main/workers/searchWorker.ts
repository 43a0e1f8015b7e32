import { parentPort } from 'node:worker_threads';
import { toWire } from '../../core/errors';
import type { FromWorker } from './jobThread';
import { beginAt, openIndex, type OpenIndex } from './search/openIndex';
import type { SearchDone, SearchJob } from './search/requests';
import { SearchIndex } from './search/searchIndex';

let open: SearchIndex | null = null;

function work(path: string | null, job: SearchJob['do']): SearchDone {
  if (job.kind === 'close') {
    const birth = open?.birth ?? '';
    open?.close();
    open = null;
    return { birth };
  }
  const index = (open ??= new SearchIndex(orInMemory(() => openIndex(path))));
  switch (job.kind) {
    case 'indexed':
      return { birth: index.birth, stamps: index.stamps() };
    case 'put':
      index.put(job.articles);
      break;
    case 'remove':
      index.remove(job.ids);
      break;
    case 'forget':
      index.forget(job.ids);
      break;
    case 'warm':
      index.warm();
      break;
    case 'find':
      return { birth: index.birth, results: index.find(job.request) };
  }
  return { birth: index.birth };
}

/** On a disk that takes no index it is kept in memory until Stet ends. */
function orInMemory(begin: () => OpenIndex): OpenIndex {
  try {
    return begin();
  } catch (error) {
    if (!(error instanceof Error)) throw error; // only errors of the disk and of the engine are expected
    return beginAt(null);
  }
}

/** Any trouble inside the engine is trouble with its file: an empty one takes its place, which the host sees and fills again. */
function workOrBegin({ path, do: job }: SearchJob): FromWorker<SearchDone> {
  try {
    return { done: work(path, job) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SQLite3Error') return { error: toWire(error) };
    try {
      open?.close();
    } catch (closing) {
      if (!(closing instanceof Error)) throw closing; // a damaged file need not close well
    }
    open = new SearchIndex(orInMemory(() => beginAt(path)));
    return { done: job.kind === 'find' ? { birth: open.birth, results: { hits: [], total: 0 } } : { birth: open.birth } };
  }
}

parentPort?.on('message', (job: SearchJob) => parentPort?.postMessage(answer(job)));
parentPort?.postMessage({ ready: true } satisfies FromWorker<SearchDone>);

function answer(job: SearchJob): FromWorker<SearchDone> {
  try {
    return workOrBegin(job);
  } catch (error) {
    return { error: toWire(error) };
  }
}
