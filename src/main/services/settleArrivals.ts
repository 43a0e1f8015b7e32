import { arrivingIn, type Arrival } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { Clock } from '../../core/ports/clock';
import type { LibraryStore } from '../../core/ports/library';
import type { OpenArticles } from './openArticles';

/** So long an import of another computer may take to end and its end to come here, in milliseconds. */
const FRESH_MS = 24 * 60 * 60 * 1000;
/** The revision that an import writes. */
const FIRST = 1;

interface SettlePorts {
  library: LibraryStore;
  clock: Clock;
  /** This computer, as `Arrival.by` names it. */
  computer: string;
}

export interface Settled {
  /** Articles that a list shows now, or shows otherwise than before. */
  ids: readonly string[];
  /** What the writer has to know, in their words. */
  messages: readonly string[];
}

type State = 'missing' | 'as it came' | 'edited' | 'trashed';

/**
 * Settles imports that are put down as under way and are not. Nothing is deleted, for the library file may be an older one, which
 * a program that synchronises folders has put back, and what it calls arriving may long be there. One of this computer (`own`: asked
 * before any can have begun) comes in as a whole where all of it is there or one of it was edited since, and else goes to the trash.
 * One of another computer is left alone for a day and then shown, for nobody here can know whether it has ended. Errors: those of storage.
 */
export async function settleArrivals(ports: SettlePorts, open: OpenArticles, own: boolean): Promise<Settled> {
  const { library, computer } = ports;
  const before = await library.read();
  if (!before.arriving.some(({ by }) => own || by !== computer)) return { ids: [], messages: [] };
  // Changes nothing, and takes in what another computer has written meanwhile.
  const now = await library.update((data) => data);
  const messages: string[] = [];
  const over: Arrival[] = [];
  for (const arrival of now.arriving) {
    if (arrival.by === computer && !own) continue;
    const settled = await settle(arrival, ports, open);
    if (settled === null) continue;
    over.push(arrival);
    if (settled !== '') messages.push(settled);
  }
  const after = await library.update((data) => {
    const left = data.arriving.filter(({ ids: [first] }) => !over.some(({ ids }) => first === undefined || ids.includes(first)));
    return left.length === data.arriving.length ? data : { ...data, arriving: left };
  });
  const hidden = arrivingIn(after);
  return { ids: [...arrivingIn(before)].filter((id) => !hidden.has(id)), messages };
}

/** What is to be said of an import that is over; nothing may be. Null for one that may be under way. */
async function settle({ ids, by, since }: Arrival, { clock, computer }: SettlePorts, open: OpenArticles): Promise<string | null> {
  const states = new Map<string, State>();
  for (const id of ids) states.set(id, await stateOf(open, id));
  const here = ids.filter((id) => states.get(id) !== 'missing');
  // Nobody edits what is out of sight.
  if (ids.some((id) => states.get(id) === 'edited')) return '';
  const now = clock.now();
  if (by !== computer) {
    if (Math.abs(now - since) < FRESH_MS) return null;
    return here.length === 0 ? '' : shown(here.length, ids.length);
  }
  if (here.length === 0) return '';
  if (here.length === ids.length) return whole(ids.length);
  for (const id of here) {
    await open.change(id, (newest) =>
      newest.trashedAt === null ? { ...newest, trashedAt: now, revision: newest.revision + 1 } : null,
    );
  }
  return trashed(here.length, ids.length);
}

async function stateOf(open: OpenArticles, id: string): Promise<State> {
  try {
    const { revision, trashedAt } = await open.read(id);
    if (trashedAt !== null) return 'trashed';
    return revision > FIRST ? 'edited' : 'as it came';
  } catch (error) {
    if (!(error instanceof StetError) || !error.code.startsWith('articles/')) throw error;
    // One that is damaged was written, and may have been acknowledged.
    return error.code === 'articles/missing' ? 'missing' : 'as it came';
  }
}

const whole = (all: number) =>
  `The end of an import was not written down: perhaps Stet was cut off just before it. All of it (${all} ${articles(all)}) is there, so it is in the library; look whether its series is too.`;
const trashed = (here: number, all: number) =>
  `An import was cut off before it ended. What had come of it (${here} of ${all} ${articles(all)}) is in the trash; import the files again.`;
const shown = (here: number, all: number) =>
  `Another computer began to import into this library more than a day ago, and its end has not come here. ${here} of its ${all} ${articles(all)} ${here === 1 ? 'is' : 'are'} here and shown now; perhaps not all of it is.`;
const articles = (number: number) => (number === 1 ? 'article' : 'articles');
