import { expect, test } from 'vitest';
import { noEvidence } from '../../core/document/evidence';
import type { DocJson } from '../../core/document/json';
import { article, p, quote } from '../../core/document/testing/builders';
import { AppState } from '../state/app.svelte';
import type { Draft } from '../state/draft.svelte';
import { FakeHost, idOf } from '../state/testing/fakeHost';
import { AnnotatedState } from './annotated.svelte';

const plain = article({ headline: 'One' }, quote({ speaker: 'Marit' }, 'Words.'));
const withEvidence = (evidence: Partial<typeof noEvidence>) =>
  article({ headline: 'One' }, p('Words.'), quote({ speaker: 'Marit', evidence: { ...noEvidence, ...evidence } }, 'Words.'));

async function copying(doc: DocJson, host = new FakeHost()) {
  host.answers['session.put'] = () => null;
  const app = new AppState(host.connection, (_client, id) =>
    Promise.resolve({ id, document: () => doc, flush: () => Promise.resolve() } as unknown as Draft),
  );
  await app.open(idOf('One'));
  return new AnnotatedState(app);
}

test('names are left out unless the writer says so, which is asked only where there is somebody to protect', async () => {
  expect((await copying(plain)).guards).toBe(false);
  expect((await copying(withEvidence({ minute: '3:10' }))).guards).toBe(false);
  for (const protects of [{ record: 'background' }, { record: 'off' }, { hideSource: true }] as const) {
    const work = await copying(withEvidence(protects));
    expect([work.guards, work.guarded]).toEqual([true, true]);
  }
});

test('a copy is written where the writer said, and a file that is there is asked about first', async () => {
  const host = new FakeHost({
    'export.annotated': ({ replace }) => (replace ? { name: 'one.docx', printed: ['Marit'] } : { exists: 'one.docx' }),
  });
  const work = await copying(plain, host);
  await work.save();
  expect(host.asked('export.annotated')).toBe(0);
  work.choose({ handle: 'h', label: 'Desk' });
  await work.save();
  expect(work.outcome).toEqual({ kind: 'exists', name: 'one.docx' });
  await work.save({ replace: true });
  expect(work.outcome).toEqual({ kind: 'written', name: 'one.docx', printed: ['Marit'], folder: 'Desk' });
});

test('a copy that fails says why', async () => {
  const work = await copying(plain);
  work.choose({ handle: 'h', label: 'Desk' });
  await work.save();
  expect(work.outcome).toMatchObject({ kind: 'failed' });
  expect(work.busy).toBe(false);
});
