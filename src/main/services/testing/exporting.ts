import type { Fields } from '../../../core/article/fields';
import type { PublicView } from '../../../core/document/publicView';
import { article, p, related, to } from '../../../core/document/testing/builders';
import { memoryServices } from './memoryPorts';

/** Whole pages. */
export const options = { whole: true };

/** An embargo, and a clock that is a millisecond short of its end. */
export const later = { instant: '2026-03-01T06:00+01:00', zone: 'Europe/Berlin' };
export const beforeThat = { clock: { now: () => Date.parse(later.instant) - 1 } };

/** A library with a piece in the middle of a series and its next neighbour, which it also links to. */
export async function pair(next: Partial<Fields> & { headline?: string }, ports: Parameters<typeof memoryServices>[0] = {}) {
  const stet = memoryServices(ports);
  const neighbour = await stet.call['articles.create']({
    doc: article({ headline: 'CANARY of the next piece', notes: 'CANARY', ...next }, p('CANARY body')),
  });
  const page = await stet.call['articles.create']({
    doc: article(
      { headline: 'Harbour closed', notes: 'CANARY' },
      p('See ', to(neighbour.id, 'what comes next'), '.'),
      related('Read also', 'More', { article: neighbour.id }),
    ),
  });
  await stet.call['series.link']({ id: page.id, side: 'next', target: { article: neighbour.id }, when: 'ask' });
  const run = async (...ids: string[]) =>
    stet.call['export.run']({ ids, format: 'json', folder: 'desk', options, replace: true, anyway: true });
  const view = (name: string) => JSON.parse(stet.places.files.get(name) ?? '{}') as PublicView;
  return { ...stet, page: page.id, neighbour: neighbour.id, run, view };
}
