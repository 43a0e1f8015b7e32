import { expect, test } from 'vitest';
import { noEvidence } from '../../core/document/evidence';
import { article, p, quote, said as spoken } from '../../core/document/testing/builders';
import { memoryServices } from './testing/memoryPorts';

const said = (speaker: string, role: string | null = null) => quote({ speaker, role }, 'Words.');

async function library() {
  const { call } = memoryServices();
  const create = (...quotes: ReturnType<typeof said>[]) => call['articles.create']({ doc: article({}, ...quotes) });
  await create(said('Zoë Ånd', 'harbour master'), said('Zoë Ånd', 'harbour master'));
  await create(said('Zoë Ånd', 'harbour master'), said('Marit Solheim', 'nurse'));
  const gone = await create(said('Hidden Person'), said('Hidden Person', 'nurse'));
  await call['articles.trash']({ ids: [gone.id] });
  return async (prefix: string) => (await call['people.suggest']({ prefix })).map(({ name }) => name);
}

test('any word of name or role may begin so, without regard to case and accents', async () => {
  const suggest = await library();
  expect(await suggest('zoe')).toEqual(['Zoë Ånd']);
  expect(await suggest('AN')).toEqual(['Zoë Ånd']);
  expect(await suggest('zoe an')).toEqual(['Zoë Ånd']);
  expect(await suggest('nur')).toEqual(['Marit Solheim']);
  expect(await suggest('urse')).toEqual([]);
});

test('the most often quoted come first, each pair once, none from the trash', async () => {
  expect(await (await library())('')).toEqual(['Zoë Ånd', 'Marit Solheim']);
});

test('at most eight are offered', async () => {
  const { call } = memoryServices();
  await call['articles.create']({ doc: article({}, ...Array.from({ length: 12 }, (_, i) => said(`Person ${i}`))) });
  expect(await call['people.suggest']({ prefix: 'per' })).toHaveLength(8);
});

test('speakers of words inside a sentence are offered as well', async () => {
  const { call } = memoryServices();
  await call['articles.create']({
    doc: article({}, p(spoken({ speaker: 'Ada Wells', role: 'mayor' }, '“We stay,”'), ' she said.')),
  });
  expect(await call['people.suggest']({ prefix: 'mayor' })).toEqual([{ name: 'Ada Wells', role: 'mayor' }]);
});

test('where a person was quoted before: the newest first, not in the trash, not in the article that asks', async () => {
  const { call } = memoryServices();
  const evidence = { ...noEvidence, baseline: 'We waited.' };
  const create = (headline: string, ...blocks: Parameters<typeof article>[1][]) =>
    call['articles.create']({ doc: article({ headline }, ...blocks) });
  const first = await create('First', quote({ speaker: 'Zoë Ånd', evidence }, 'We waited long.'));
  const second = await create(
    'Second',
    p(spoken({ speaker: 'zoe and', evidence }, '“We waited.”')),
    quote({ speaker: 'Marit Solheim' }, 'No.'),
  );
  const gone = await create('Gone', quote({ speaker: 'Zoë Ånd' }, 'Never.'));
  const asking = await create('Asking', quote({ speaker: 'Zoë Ånd' }, 'Now.'));
  await call['articles.trash']({ ids: [gone.id] });
  expect(await call['people.quoted']({ name: 'Zoë Ånd', except: asking.id })).toEqual({
    quotations: [
      { article: second.id, headline: 'Second', name: 'zoe and', role: null, words: 'We waited.', state: 'checked' },
      { article: first.id, headline: 'First', name: 'Zoë Ånd', role: null, words: 'We waited long.', state: 'changed' },
    ],
    more: 0,
  });
  expect(await call['people.quoted']({ name: ' ', except: null })).toEqual({ quotations: [], more: 0 });
});
