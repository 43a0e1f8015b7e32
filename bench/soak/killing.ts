import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Article } from '../../src/core/article/article';
import { StetError } from '../../src/core/errors';
import type { Series } from '../../src/core/series/series';
import { askOwner, openLibrary, type OpenedLibrary } from '../../src/main/storage/openLibrary';
import { Program } from './process';
import { ArticleWriter, editIn, SeriesWriter, type Call } from './writer';

export interface KillReport {
  kills: number;
  /** Kills that came before the host had said that it runs. */
  whileStarting: number;
  acknowledged: number;
  /** Acknowledged edits that the reopened library does not have. */
  lost: number;
  /** Files that could not be read, or that mix two versions. */
  unreadable: number;
  /** Milliseconds; an edit that a kill cut off counts until the kill. */
  longestUnacknowledged: number;
  /** Descriptions of what was lost or unreadable, without text of drafts. */
  faults: string[];
}

export interface KillPlan {
  /** The built loopback host. */
  entry: string;
  /** The library's folder; there is none yet. */
  folder: string;
  kills: number;
  /** Answers a number from 0 up to 1; where chance comes from. */
  chance?: () => number;
  /** Stops before all kills are done once something was lost. */
  untilLost?: boolean;
  onKill?: (report: KillReport) => void;
}

/** Paragraphs of the articles that are edited: a note, a story, and one long enough for a kill to fall into its write. */
const SIZES = [1, 40, 600];
/** Most kills fall within this time after the first edits, in milliseconds. */
const SPREAD_MS = 150;
/** One kill in so many falls into the start itself: opening, taking the lock over, clearing up. */
const EVERY_START = 8;
const START_MS = 400;

/** Starts the host again and again on one library, edits without a pause, kills it at random points and compares what the library then has with what was acknowledged. */
export async function killAgainAndAgain(plan: KillPlan): Promise<KillReport> {
  const chance = plan.chance ?? Math.random;
  const report: KillReport = {
    kills: 0,
    whileStarting: 0,
    acknowledged: 0,
    lost: 0,
    unreadable: 0,
    longestUnacknowledged: 0,
    faults: [],
  };
  const { articles, series } = await prepare(plan);
  const writers = [...articles, series];
  while (report.kills < plan.kills && !(plan.untilLost && report.lost > 0)) {
    const host = new Program(plan.entry, ['--no-window', '--library', plan.folder]);
    const started = host.line();
    if (report.kills % EVERY_START === EVERY_START - 1) {
      await wait(chance() * START_MS);
      report.whileStarting++;
      await host.kill();
      await started;
    } else {
      if ((await started) === null) throw new Error(`the host did not start: ${host.said()}`);
      const call = callOf(plan.folder);
      const working = Promise.all(writers.map((writer) => writer.work(call)));
      // The first call after a start waits for more than a save: kills spread over what follows are the telling ones.
      if (chance() < 0.8) await Promise.race([working, writers[0]?.nextAcknowledgement()]);
      await wait(chance() * SPREAD_MS);
      await host.kill();
      await working;
    }
    report.kills++;
    await compare(plan.folder, articles, series, report);
    report.acknowledged = writers.reduce((sum, { total }) => sum + total, 0);
    report.longestUnacknowledged = Math.max(...writers.map(({ longestWait }) => longestWait));
    plan.onKill?.(report);
  }
  return report;
}

const callOf =
  (folder: string): Call =>
  async (name, input) => {
    const answer = await askOwner(folder, { name, input });
    // Nobody owns the library: the host was killed between two calls.
    if (answer === null) throw new Error('the host is gone');
    return answer;
  };

async function value<T>(call: Call, name: string, input: unknown): Promise<T> {
  const answer = await call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as T;
}

/** Lets a first host make the articles and the series that are edited from then on, and kills it. */
async function prepare({ entry, folder }: KillPlan): Promise<{ articles: ArticleWriter[]; series: SeriesWriter }> {
  const host = new Program(entry, ['--no-window', '--library', folder]);
  if ((await host.line()) === null) throw new Error(`the host did not start: ${host.said()}`);
  const call = callOf(folder);
  const blank = await value<Article>(call, 'articles.create', {});
  const articles: ArticleWriter[] = [];
  for (const paragraphs of SIZES) {
    const article = await value<Article>(call, 'articles.create', { doc: ArticleWriter.document(blank, paragraphs) });
    articles.push(new ArticleWriter(article.id, article, article.doc.content.length));
  }
  await value(call, 'series.link', {
    id: blank.id,
    side: 'next',
    target: { title: 'The pier, a year later', url: null },
    when: 'join',
  });
  const series = (await value<Series[]>(call, 'series.list', null)).find(({ entries }) =>
    entries.some((entry) => 'article' in entry && entry.article === blank.id),
  );
  if (!series) throw new Error('there is no series to rename');
  await host.kill();
  return { articles, series: new SeriesWriter(series.id) };
}

/** Opens the library as the next start would, which takes the dead host's lock over, and compares it with the log. */
async function compare(
  folder: string,
  articles: readonly ArticleWriter[],
  series: SeriesWriter,
  report: KillReport,
): Promise<void> {
  const library = await openLibrary(folder);
  try {
    for (const writer of articles) {
      const article = await readable(() => library.articles.read(writer.id), report);
      if (!article) continue;
      const edit = editIn(article);
      if (edit === null) unreadable(report, 'an article mixes two versions');
      else judge(report, writer, edit, `an article of ${writer.length} blocks`);
      writer.reopened(article, edit ?? writer.acknowledged);
      if (edit !== null && edit > 0) await lookIntoHistory(library, writer.id, article.revision, report);
    }
    const data = await readable(() => library.library.read(), report);
    const name = data?.series.find(({ id }) => id === series.id)?.name;
    if (data) {
      const edit = Number(/^Series (\d+)$/u.exec(name ?? 'Series 0')?.[1]);
      judge(report, series, edit, 'the library file');
      series.resume(edit);
    }
    for (const { code } of await library.articles.damaged()) unreadable(report, `an article on the list of damage: ${code}`);
  } finally {
    await library.close();
  }
  // Looked at when closed: while it was open, its own index may just have been written anew.
  await lookAround(folder, report);
}

/** Once an article was edited, the version before is there, and no version is torn or newer than the article. */
async function lookIntoHistory({ history }: OpenedLibrary, id: string, revision: number, report: KillReport): Promise<void> {
  const { versions } = await history.versions(id);
  const [oldest, newest] = [versions[0], versions.at(-1)];
  if (!oldest || !newest) report.faults.push('an article was edited, and no version before that is kept');
  else if (newest.revision > revision) report.faults.push('the history is ahead of its article');
  for (const version of new Set([oldest, newest]))
    if (version) await readable(() => history.document(id, version.version), report);
}

async function lookAround(folder: string, report: KillReport): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names) if (/\.corrupt-/u.test(name)) unreadable(report, `set aside: ${name.replace(/.*\./u, '…')}`);
  // The library has been opened by now, which clears away what killed hosts left.
  for (const name of names) if (name.endsWith('.tmp')) report.faults.push(`left behind: ${join('…', name)}`);
}

function judge(report: KillReport, writer: ArticleWriter | SeriesWriter, edit: number, what: string): void {
  if (edit < writer.acknowledged) {
    report.lost += writer.acknowledged - edit;
    report.faults.push(`${what}: edit ${writer.acknowledged} was acknowledged, ${edit} is there`);
  }
  if (edit > writer.sent) unreadable(report, `${what} holds an edit that nobody sent`);
}

async function readable<T>(read: () => Promise<T>, report: KillReport): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof StetError)) throw error;
    unreadable(report, error.code);
    return null;
  }
}

function unreadable(report: KillReport, what: string): void {
  report.unreadable++;
  report.faults.push(what);
}
