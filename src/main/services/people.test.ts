import { expect, test } from 'vitest';
import { article, quote } from '../../core/document/testing/builders';
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
