import type { Page } from 'playwright';

/** Milliseconds of its processor that the longest task of a page's main thread took, for each thing that was done. */
export interface LongestTasks {
  [done: string]: number[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Microseconds of the processor; the wall clock would count what other programs did meanwhile. */
  tdur?: number;
}

const MARK = 'bench:';

/** Traces what a page's main thread does: `work` says what it begins, and everything up to the next such word belongs to it. */
export async function longestTasks(
  page: Page,
  work: (begins: (what: string) => Promise<unknown>) => Promise<void>,
): Promise<LongestTasks> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const includedCategories = ['toplevel', 'devtools.timeline', 'blink.user_timing'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work((what) => page.evaluate((name) => performance.mark(name), `${MARK}${what}`));
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const marks = events.filter(({ name }) => name.startsWith(MARK)).sort((a, b) => a.ts - b.ts);
  const [first] = marks;
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === first?.pid && tid === first.tid,
  );
  const longest: LongestTasks = {};
  marks.forEach(({ name, ts }, at) => {
    const until = marks[at + 1]?.ts ?? Infinity;
    const mine = tasks.filter((task) => task.ts >= ts && task.ts < until).map(({ tdur = 0 }) => tdur / 1000);
    (longest[name.slice(MARK.length)] ??= []).push(Math.max(0, ...mine));
  });
  return longest;
}
