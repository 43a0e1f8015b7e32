import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { article, p } from '../../core/document/testing/builders';
import { createExaminer, type ExaminerOptions } from './createExaminer';
import { buildWorker } from './testing/buildWorker';

const open: { close(): Promise<void> }[] = [];
function examiner(options: ExaminerOptions) {
  const made = createExaminer(options);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

let worker: Awaited<ReturnType<typeof buildWorker>>;
beforeAll(async () => {
  worker = await buildWorker('checkWorker');
});
afterAll(() => worker.remove());

test('the built worker knows the words of the language', async () => {
  const doc = article({ headline: 'Harbour' }, p('Crews asked for securityon the quay.'));
  const found = await examiner({ workerUrl: worker.url }).examine({ doc, of: 'text' });
  expect(found).toMatchObject([{ kind: 'joined words', before: 'securityon', after: 'security on' }]);
});

test('articles wait for one another and each gets its own answer', async () => {
  const made = examiner({ workerUrl: worker.url });
  const texts = ['One TK.', 'None.', 'Two TK, TK.'];
  const found = await Promise.all(texts.map((text) => made.examine({ doc: article({}, p(text)), of: 'text' })));
  expect(found.map((list) => list.length)).toEqual([1, 0, 2]);
});

describe('when it goes wrong', () => {
  const obedient = (options: ExaminerOptions = {}) =>
    examiner({ workerUrl: new URL('./testing/obedientExaminer.mjs', import.meta.url), timeoutMs: 400, ...options });
  const doc = (text: string) => ({ doc: article({}, p(text)), of: 'text' as const });

  test('an endless loop is killed, and the next article is looked through by a new thread', async () => {
    const made = obedient();
    await expect(made.examine(doc('loop'))).rejects.toMatchObject({ code: 'checks/too-slow' });
    expect(await made.examine(doc('copy'))).toEqual([]);
  });

  test('an article that takes long is waited for while check after check comes to its end, but not for ever', async () => {
    const made = obedient({ timeoutMs: 1_500, mostMs: 6_000 });
    expect(await made.examine(doc('6 steps'))).toEqual([]);
    await expect(made.examine(doc('1000 steps'))).rejects.toMatchObject({ code: 'checks/too-slow' });
    expect(await made.examine(doc('copy'))).toEqual([]);
  }, 20_000);

  test('a crash is told without the words of the article', async () => {
    const error: unknown = await obedient()
      .examine(doc('crash'))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'checks/failed' });
    expect(JSON.stringify(error)).not.toContain('private word');
  });

  test('closing rejects what is under way and what comes later', async () => {
    const made = obedient({ timeoutMs: 60_000 });
    const answers = Promise.allSettled([made.examine(doc('loop')), made.examine(doc('copy'))]);
    await made.close();
    for (const answer of await answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'checks/closed' } });
    await expect(made.examine(doc('copy'))).rejects.toMatchObject({ code: 'checks/closed' });
  });
});
