import { expect, test, vi } from 'vitest';
import { blankSettings } from '../../core/article/library';
import { StetError } from '../../core/errors';
import type { ArticleSummary } from '../../core/article/summary';
import { AppState } from './app.svelte';
import type { Draft } from './draft.svelte';
import { Pastes } from '../editor/pastes';
import { FakeHost, idOf, summary } from './testing/fakeHost';

const news = summary('News', { editedAt: 2 });
const report = summary('Report', { editedAt: 1 });

/** What the window needs of a draft, without a page. */
function draftOf(id: string, flush: () => Promise<void> = () => Promise.resolve()) {
  const log: string[] = [];
  const draft = {
    checks: { again: () => undefined },
    id,
    flush: () => (log.push('flush'), flush()),
    destroy: () => log.push('destroy'),
    focus: () => log.push('focus'),
    place: () => ({ anchor: 3, head: 3, scroll: 40 }),
  };
  return { draft: draft as unknown as Draft, log };
}

function hostOf(articles: readonly ArticleSummary[], last: string | null = null): FakeHost {
  return new FakeHost({
    'app.info': () => ({
      host: 'loopback',
      version: '0',
      platform: 'linux',
      nativeDialogs: false,
      library: { label: 'Stet', readOnly: null },
    }),
    'articles.list': () => ({ articles, damaged: [] }),
    'series.list': () => [],
    'settings.get': () => ({ ...blankSettings, sampled: true }),
    'session.get': () => ({
      article: last,
      places: { [report.id]: { anchor: 9, head: 9, scroll: 120 } },
      copies: {},
      panels: { library: true, inspector: true, focus: false, tab: 'story' },
    }),
    'session.put': () => null,
    'articles.trash': ({ ids }) => ({ trashed: ids }),
    'articles.restore': ({ ids }) => ({ restored: ids }),
  });
}

async function started(host: FakeHost, open = vi.fn((_client: unknown, id: string) => Promise.resolve(draftOf(id).draft))) {
  const app = new AppState(host.connection, open);
  await app.start();
  return { app, open };
}

test('the first rows are shown before the whole library is known, unless the list is in another order', async () => {
  const host = hostOf([news, report]);
  let answer: () => void = () => undefined;
  host.answers['articles.list'] = (input) =>
    input?.newest === undefined
      ? new Promise((resolve) => (answer = () => resolve({ articles: [news, report], damaged: [] })))
      : { articles: [news], damaged: [] };
  const app = new AppState(host.connection, (_client, id) => Promise.resolve(draftOf(id).draft));
  const starting = app.start();
  await expect.poll(() => app.library.shown.map(({ id }) => id)).toEqual([news.id]);
  expect([app.library.whole, app.ready]).toEqual([false, false]);
  answer();
  await starting;
  expect([app.library.whole, app.library.shown.length]).toEqual([true, 2]);

  const other = hostOf([news, report]);
  other.answers['settings.get'] = () => ({ ...blankSettings, list: { ...blankSettings.list, sort: 'headline' } });
  await started(other);
  expect(other.asked('articles.list')).toBe(1);
});

test('Stet opens the article of last time, at its place, and nobody has asked for it', async () => {
  const { app, open } = await started(hostOf([news, report], report.id));
  expect(app.draft?.id).toBe(report.id);
  expect(open).toHaveBeenCalledWith(app.client, report.id, { anchor: 9, head: 9, scroll: 120 }, true);
});

test('the article of last time does not wait for the list', async () => {
  const host = hostOf([news, report], report.id);
  let answer: (value: unknown) => void = () => undefined;
  const listed = new Promise((resolve) => (answer = resolve));
  host.answers['articles.list'] = async (input) => {
    if (!input?.ids) await listed;
    return { articles: [news, report], damaged: [] };
  };
  const app = new AppState(host.connection, (_client, id) => Promise.resolve(draftOf(id).draft));
  const starting = app.start();
  await expect.poll(() => app.draft?.id).toBe(report.id);
  expect([app.library.loaded, app.ready]).toEqual([false, false]);
  answer(null);
  await starting;
  expect([app.draft?.id, app.ready]).toEqual([report.id, true]);
});

test('when the article of last time is in the trash, the last edited one opens', async () => {
  const { app } = await started(hostOf([news, { ...report, trashedAt: 1 }], report.id));
  expect(app.draft?.id).toBe(news.id);
});

test('when the article of last time is gone, the last edited one opens', async () => {
  const { app } = await started(hostOf([report, news], idOf('gone')));
  expect(app.draft?.id).toBe(news.id);
});

test('words typed while another article is on its way are saved before it takes the page', async () => {
  const first = draftOf(news.id);
  const second = draftOf(report.id);
  const { app } = await started(
    hostOf([news, report]),
    vi.fn((_client: unknown, id: string) => {
      if (id === news.id) return Promise.resolve(first.draft);
      first.log.push('the other is on its way');
      return Promise.resolve(second.draft);
    }),
  );
  await app.open(report.id);
  expect(first.log).toEqual(['flush', 'the other is on its way', 'flush', 'destroy']);
});

test('when those words cannot be saved, the article that holds them stays', async () => {
  let full = false;
  const first = draftOf(news.id, () =>
    full ? Promise.reject(new StetError('storage/full', 'The disk is full.')) : Promise.resolve(),
  );
  const second = draftOf(report.id);
  const { app } = await started(
    hostOf([news, report]),
    vi.fn((_client: unknown, id: string) => {
      full = id === report.id;
      return Promise.resolve(full ? second.draft : first.draft);
    }),
  );
  await app.open(report.id);
  expect([app.draft?.id, first.log.includes('destroy'), second.log]).toEqual([news.id, false, ['destroy']]);
});

test('an article that cannot be saved stays open, and the writer is told why', async () => {
  const stuck = draftOf(news.id, () => Promise.reject(new StetError('storage/full', 'The disk is full.')));
  const { app } = await started(
    hostOf([news, report]),
    vi.fn(() => Promise.resolve(stuck.draft)),
  );
  await app.open(report.id);
  expect(app.draft?.id).toBe(news.id);
  expect(stuck.log).not.toContain('destroy');
  expect(app.notices.list.map((notice) => notice.message)).toEqual(['The disk is full.']);
});

test('of two articles asked for at once the last one opens', async () => {
  const gates = new Map<string, () => void>();
  const open = vi.fn(
    (_client: unknown, id: string) => new Promise<Draft>((resolve) => gates.set(id, () => resolve(draftOf(id).draft))),
  );
  const app = new AppState(hostOf([]).connection, open);
  const both = [app.open(news.id), app.open(report.id)];
  await expect.poll(() => gates.size).toBe(2);
  gates.get(report.id)?.();
  gates.get(news.id)?.();
  await Promise.all(both);
  expect(app.draft?.id).toBe(report.id);
});

test('deleting the open article opens the next one, and undo brings it back', async () => {
  const host = hostOf([news, report]);
  const { app } = await started(host);
  await app.shelf.trash([news.id]);
  expect(app.draft?.id).toBe(report.id);
  const [notice] = app.notices.list;
  expect(notice?.message).toBe('“News” is in the trash.');
  app.notices.undo(notice?.id ?? 0);
  await expect.poll(() => app.draft?.id).toBe(news.id);
  expect(host.asked('articles.restore')).toBe(1);
});

test('deleting the only article leaves the page empty', async () => {
  const { app } = await started(hostOf([news]));
  await app.shelf.trash([news.id]);
  expect(app.draft).toBeNull();
  expect(app.session.article).toBeNull();
});

test('lost events have everything fetched again', async () => {
  const host = hostOf([news]);
  await started(host);
  host.send({ type: 'series' });
  await expect.poll(() => host.asked('series.list')).toBe(2);
  host.skip(3);
  host.send({ type: 'settings' });
  await expect.poll(() => host.asked('articles.list')).toBe(3);
});

test('a burst of saves fetches the list once', async () => {
  const host = hostOf([news]);
  await started(host);
  for (let save = 0; save < 20; save++) host.send({ type: 'articles', ids: [news.id], revision: save });
  await expect.poll(() => host.asked('articles.list'), { timeout: 3_000 }).toBe(3);
  expect(host.calls.findLast(({ name }) => name === 'articles.list')?.input).toEqual({ ids: [news.id] });
});

test('a host that comes back has everything fetched again', async () => {
  const host = hostOf([news]);
  const { app } = await started(host);
  host.link('gone');
  expect(app.hostGone).toBe(true);
  host.link('live');
  expect(app.hostGone).toBe(false);
  await expect.poll(() => host.asked('articles.list')).toBe(3);
});

test('a library that cannot be read is said to be so', async () => {
  const host = hostOf([]);
  host.answers['series.list'] = () => {
    throw new StetError('library/unreadable', 'The library file is damaged.');
  };
  const { app } = await started(host);
  expect(app.failed).toBe('The library file is damaged.');
  expect(app.ready).toBe(false);
});

/** A draft into which something is being pasted; `arrive` ends that. */
function pasting(flush?: () => Promise<void>) {
  const { draft, log } = draftOf(news.id, flush);
  const pasting = new Pastes();
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  void pasting.add(arrived.then(() => void log.push('pasted')));
  Object.assign(draft, { host: { pasting }, saveState: { kind: 'saved' }, leave: () => log.push('leave') });
  return { draft, log, arrive };
}

test('a window that closes sends at once what it has, then waits for a paste and sends that too', async () => {
  const { draft, log, arrive } = pasting();
  const { app } = await started(
    hostOf([news], news.id),
    vi.fn(() => Promise.resolve(draft)),
  );
  log.length = 0;
  const closing = app.close();
  expect(log).toEqual(['leave', 'flush']);
  arrive();
  expect(await closing).toBe('nothing');
  expect(log).toEqual(['leave', 'flush', 'pasted', 'leave', 'flush']);
});

test('a closing window says that it holds a paste, or words that could not be saved', async () => {
  const paste = pasting();
  const failing = pasting(() => Promise.reject(new StetError('articles/not-saved', 'The disk is full.')));
  failing.arrive();
  const held = [];
  for (const { draft } of [paste, failing]) {
    const { app } = await started(
      hostOf([news], news.id),
      vi.fn(() => Promise.resolve(draft)),
    );
    held.push(await app.close());
  }
  expect(held).toEqual(['paste', 'words']);
});
