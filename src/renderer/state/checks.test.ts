import { history, undo } from '@tiptap/pm/history';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { examine } from '../../core/checks/examine';
import type { Finding } from '../../core/checks/finding';
import type { DocJson } from '../../core/document/json';
import { parseDocument } from '../../core/document/schema';
import { article, p } from '../../core/document/testing/builders';
import type { RestOfFindings } from '../../core/rpc/checkMethods';
import { StetError } from '../../core/errors';
import { noLexicon } from '../../core/repair/lexicon';
import { MenuState } from '../editor/menus.svelte';
import { proofPlugin } from '../editor/proofPlugin';
import { Checks } from './checks.svelte';
import { FakeHost, idOf } from './testing/fakeHost';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A draft that is saved as soon as it is asked, before a host that examines it. */
class Desk {
  state: EditorState;
  revision = 1;
  saves = true;
  readonly told: string[] = [];
  /** The way back that the last notice offered. */
  takeBack: (() => void) | undefined;
  /** What the library adds to what is found in the words. */
  extra: Finding[] = [];
  readonly host = new FakeHost();
  readonly checks: Checks;

  constructor(...paragraphs: string[]) {
    const doc = parseDocument(article({}, ...paragraphs.map((text) => p(text))));
    this.state = EditorState.create({ doc, plugins: [proofPlugin(new MenuState()), history()] });
    this.host.answers['checks.examine'] = () => this.answer();
    this.checks = new Checks({
      client: this.host.client,
      articleId: idOf('story'),
      state: () => this.state,
      dispatch: (tr) => this.dispatch(tr),
      withView: () => false,
      saved: () => Promise.resolve(this.saves ? { revision: this.revision, doc: this.state.doc } : null),
      notice: (message, undo) => {
        this.told.push(message);
        this.takeBack = undo;
      },
    });
  }
  answer(revision = this.revision) {
    const findings = examine(this.state.doc.toJSON() as DocJson, { of: 'text', lexicon: noLexicon });
    return { revision, findings: [...findings, ...this.extra], rest: null as RestOfFindings | null };
  }
  dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr);
    if (tr.docChanged) this.revision++;
    this.checks.seen(tr.docChanged);
  }
  type(words: string, at = 7): void {
    this.dispatch(this.state.tr.insertText(words, at));
  }
  undo(): void {
    undo(this.state, (tr) => this.dispatch(tr));
  }
  words(): string {
    return this.state.doc.textBetween(6, this.state.doc.content.size, '\n');
  }
  asked(): number {
    return this.host.asked('checks.examine');
  }
  /** Looks through the text as it stands now. */
  async examined(): Promise<void> {
    this.checks.again();
    await vi.advanceTimersByTimeAsync(1_100);
  }
  kinds(): string[] {
    return this.checks.list.map(({ finding }) => finding.kind);
  }
}
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('the text is looked through when it is opened, and again only when the writer pauses', async () => {
  const desk = new Desk('A TK here.');
  desk.checks.start();
  await after(50);
  expect([desk.asked(), desk.kinds()]).toEqual([1, ['TK left']]);
  for (let key = 0; key < 5; key++) {
    desk.type('x');
    await after(900);
  }
  expect(desk.asked()).toBe(1);
  await after(200);
  expect(desk.asked()).toBe(2);
});

test('what was typed while the text was looked through is looked through once more', async () => {
  const desk = new Desk('A TK here.');
  let release: (() => void) | undefined;
  const { checks, host } = desk;
  host.answers['checks.examine'] = async () => {
    const answer = desk.answer();
    await new Promise<void>((resolve) => (release = resolve));
    return answer;
  };
  checks.start();
  await after(50);
  desk.type('TK ');
  await after(1_100);
  host.answers['checks.examine'] = () => desk.answer();
  release?.();
  await after(50);
  expect(desk.kinds()).toEqual(['TK left']);
  await after(1_100);
  expect(desk.kinds()).toEqual(['TK left', 'TK left']);
});

test('findings of another revision are thrown away and asked for again', async () => {
  const desk = new Desk('A TK here.');
  desk.host.answers['checks.examine'] = () => desk.answer(99);
  desk.checks.start();
  await after(50);
  expect(desk.kinds()).toEqual([]);
  desk.host.answers['checks.examine'] = () => desk.answer();
  await after(1_100);
  expect(desk.kinds()).toEqual(['TK left']);
});

test('findings that come in parts are listed when all are there, and all of a kind reaches all of them', async () => {
  const desk = new Desk('A TK here.', 'Another TK.', 'The last TK.');
  let release: (() => void) | undefined;
  const at = (from: number, rest: boolean) => ({
    ...desk.answer(),
    findings: desk.answer().findings.slice(from, from + 1),
    rest: rest ? { examination: idOf('one'), from: from + 1 } : null,
  });
  desk.host.answers['checks.examine'] = () => at(0, true);
  desk.host.answers['checks.rest'] = async ({ from }) => {
    await new Promise<void>((resolve) => (release = resolve));
    return at(from, from < 2);
  };
  desk.checks.start();
  await after(50);
  expect([desk.checks.known, desk.kinds()]).toEqual([false, []]);
  const rejected = desk.checks.decisions.rejectKind('TK left');
  release?.();
  await after(50);
  release?.();
  await after(50);
  expect(await rejected).toBe(3);
  await after(50);
  expect([desk.checks.known, desk.kinds(), desk.checks.rejected.length]).toEqual([true, [], 3]);
});

test('what cannot be saved is not looked through', async () => {
  const desk = new Desk('A TK here.');
  desk.saves = false;
  desk.checks.start();
  await after(5_000);
  expect(desk.asked()).toBe(0);
  desk.saves = true;
  await after(6_000);
  expect(desk.kinds()).toEqual(['TK left']);
});

test('why it cannot be looked through is said, and it is tried again', async () => {
  const desk = new Desk('A TK here.');
  desk.host.answers['checks.examine'] = () => {
    throw new StetError('checks/too-slow', 'Too slow.');
  };
  desk.checks.start();
  await after(50);
  expect(desk.checks.trouble).toBe('Too slow.');
  desk.host.answers['checks.examine'] = () => desk.answer();
  await after(10_100);
  expect([desk.checks.trouble, desk.kinds()]).toEqual([null, ['TK left']]);
});

test('all of a kind at once leaves quoted words alone, also where they are quoted only since, and is one undo', async () => {
  const desk = new Desk('He saw the the quay.', 'On the the pier.', '“At the the dock,” she said.', 'From the the ice.');
  desk.checks.start();
  await after(50);
  const before = desk.words();
  const end = desk.state.doc.content.size - 1;
  desk.type('”', end);
  desk.type('“', end - 'From the the ice.'.length);
  const quoted = desk.words();
  const done = desk.checks.decisions.acceptKind('doubled word');
  await after(200);
  expect(await done).toEqual({ accepted: 2, skipped: 2 });
  expect(desk.words()).toBe('He saw the quay.\nOn the pier.\n“At the the dock,” she said.\n“From the the ice.”');
  desk.undo();
  expect(desk.words()).toBe(quoted);
  expect(quoted).not.toBe(before);
  await after(1_100);
  const all = desk.checks.decisions.acceptKind('doubled word', { quotedToo: true });
  await after(200);
  expect(await all).toEqual({ accepted: 4, skipped: 0 });
});

test('a rejection is one undo, kept with the article, and can be taken back', async () => {
  const desk = new Desk('A TK here.', 'And a TK there.');
  desk.checks.start();
  await after(50);
  const [first] = desk.checks.list;
  expect(desk.checks.decisions.reject(first!.id)).toBe(true);
  await after(1_200);
  expect([desk.kinds().length, desk.checks.rejected.length]).toEqual([1, 1]);
  desk.undo();
  await after(50);
  expect([desk.kinds().length, desk.checks.rejected.length]).toEqual([2, 0]);
  expect(await desk.checks.decisions.rejectKind('TK left')).toBe(2);
  await after(50);
  expect(desk.kinds()).toEqual([]);
  desk.checks.decisions.takeBack(first!.id);
  await after(50);
  expect(desk.checks.list.map(({ id }) => id)).toEqual([first!.id]);
});

test('text from outside: how much there is to look at in it, once', async () => {
  const desk = new Desk('A TK here.');
  desk.checks.start();
  await after(50);
  desk.checks.expectPasted();
  desk.type('Two TK, and TK. ');
  await after(1_100);
  expect(desk.told).toEqual([expect.stringContaining('2 things to look at')]);
  desk.type('Another TK. ');
  await after(1_100);
  expect(desk.told).toHaveLength(1);
});

test('of two findings that are alike each is rejected for itself', async () => {
  const desk = new Desk('Paid by TK on Monday.', 'Paid by TK on Monday.');
  await desk.examined();
  const kind = 'TK left';
  const shown = () => desk.checks.list.filter(({ finding }) => finding.kind === kind);
  expect(shown()).toHaveLength(2);
  desk.checks.decisions.reject(shown()[1]!.id);
  await desk.examined();
  expect(shown().map(({ finding }) => finding.place?.path[0])).toEqual([3]);
  desk.checks.decisions.takeBack(desk.checks.rejected[0]!.id);
  await desk.examined();
  expect(shown()).toHaveLength(2);
});

test('an attribution left as text becomes the speaker by one key, and one undo gives the lines back', async () => {
  const desk = new Desk('“We stay.', '“We do.”', '— Ada Wells, mayor', 'The end.');
  await desk.examined();
  const before = desk.state.doc;
  const found = desk.checks.list.find(({ finding }) => finding.kind === 'attribution left as text');
  expect(desk.checks.decisions.accept(found!.id)).toBe(true);
  const [said, after] = desk.state.doc.children.slice(3);
  expect(said?.type.name).toBe('quote');
  expect(said?.attrs).toMatchObject({ speaker: 'Ada Wells', role: 'mayor' });
  expect(said?.children.map(({ textContent }) => textContent)).toEqual(['“We stay.', '“We do.”']);
  expect(after?.textContent).toBe('The end.');
  desk.undo();
  expect(desk.state.doc.eq(before)).toBe(true);
});

test('a piece in the trash is brought back from the finding, with a way back', async () => {
  const desk = new Desk('Harbour.');
  const other = idOf('other');
  const calls: unknown[] = [];
  desk.host.answers['articles.restore'] = (input) => (calls.push(['restore', input]), { restored: [other] });
  desk.host.answers['articles.trash'] = (input) => (calls.push(['trash', input]), { trashed: [other] });
  desk.extra = [
    {
      kind: 'broken series',
      level: 'warning',
      message: 'In the trash.',
      fingerprint: 'x',
      fixes: [{ title: 'Restore it', restore: other }],
    },
  ];
  await desk.examined();
  const found = desk.checks.list.find(({ finding }) => finding.kind === 'broken series');
  expect(desk.checks.decisions.accept(found!.id)).toBe(true);
  await after(50);
  expect(desk.told).toEqual(['Back from the trash.']);
  desk.takeBack?.();
  await after(50);
  expect(calls).toEqual([
    ['restore', { ids: [other] }],
    ['trash', { ids: [other] }],
  ]);
});
