import { StetError } from '../core/errors';
import { reportUnexpected } from './reportUnexpected';
import type { Services } from './services/createServices';
import type { OpenedLibrary } from './storage/openLibrary';

/** The writer comes first, the backup when the window has long been open; then a look every hour whether a new day has begun. */
const FIRST_BACKUP_MS = 60_000;
const BACKUP_EVERY_MS = 3_600_000;
/** Pictures that nobody needs, and the trash, can wait until the window has opened; then a look every hour at the trash. Milliseconds. */
const COLLECT_AFTER_MS = 20_000;
const SWEEP_EVERY_MS = 3_600_000;
/** What other computers and programs do to the library is looked for so often, in milliseconds, and each so many times at every file. */
const OTHERS_EVERY_MS = 30_000;
const EVERY_FILE_EACH = 20;

/** Makes the backup of each day, some time after the start. Gives what ends it. */
export function daily(services: Services): () => void {
  const back = () => {
    services.dailyBackup().catch((error: unknown) => {
      if (!(error instanceof StetError)) reportUnexpected(error);
      services.trouble(
        'Today’s automatic backup could not be made. Your articles are saved all the same; look whether the disk is full.',
      );
    });
  };
  const timers = [setTimeout(back, FIRST_BACKUP_MS), setInterval(back, BACKUP_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearTimeout(timer));
}

/** Takes in what other programs bring, change and take away, and the other versions that a synchronised folder leaves, at once and then every now and again. Gives what ends it. */
export function outsideChanges(
  { takeConflictCopies, lookAgain }: Pick<OpenedLibrary, 'takeConflictCopies' | 'lookAgain'>,
  taken: (ids: readonly string[]) => void,
): () => void {
  let last: Promise<void> = Promise.resolve();
  let looks = 0;
  const look = async () => {
    const ids = await takeConflictCopies();
    if (ids.length > 0) taken(ids);
    await lookAgain(++looks % EVERY_FILE_EACH === 0);
  };
  // One at a time, or two would take in the same file; what a disk refuses now is there at the next look.
  const inTurn = () => void (last = last.then(look).catch(reportUnexpected));
  const timers = [setTimeout(inTurn, 1000), setInterval(inTurn, OTHERS_EVERY_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearTimeout(timer));
}

/** Looks every now and again whether an import of another computer has ended. Gives what ends it. */
export function arrivals(services: Pick<Services, 'settleArrivals'>, tell: (message: string) => void): () => void {
  let last: Promise<void> = Promise.resolve();
  const look = async () => (await services.settleArrivals(false)).forEach(tell);
  const timer = setInterval(() => void (last = last.then(look).catch(reportUnexpected)), OTHERS_EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** Sweeps the trash and removes pictures that nobody needs. Gives what ends it. */
export function tidying(services: Services): () => void {
  // Both only make room; the next look tries again.
  const sweep = async () => {
    const gone = await services.sweepTrash();
    if (gone.length === 0) return;
    const what = gone.length === 1 ? 'One article' : `${gone.length} articles`;
    services.trouble(`${what} had been in the trash for 30 days and ${gone.length === 1 ? 'is' : 'are'} now deleted for good.`);
  };
  const first = () => sweep().then(() => services.collect());
  const timers = [
    setTimeout(() => void first().catch(reportUnexpected), COLLECT_AFTER_MS),
    setInterval(() => void sweep().catch(reportUnexpected), SWEEP_EVERY_MS),
  ];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearTimeout(timer));
}
