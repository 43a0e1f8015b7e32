import { expect, test, vi } from 'vitest';
import { StetError } from '../errors';
import { contract, type Handlers } from './contract';
import { createClient } from './createClient';
import { createDispatcher } from './createDispatcher';
import type { Transport } from './transport';

const ID = 'abcdefghijklmnopqrstuvwxyz';

function host(handlers: Partial<Handlers>) {
  const report = vi.fn();
  const dispatch = createDispatcher(handlers as Handlers, report);
  // As over a wire: nothing but JSON survives.
  const transport: Transport = {
    call: async (name, input) =>
      JSON.parse(JSON.stringify(await dispatch(name, JSON.parse(JSON.stringify(input))))) as Awaited<ReturnType<typeof dispatch>>,
    listen: () => () => undefined,
  };
  return { dispatch, report, client: createClient(transport) };
}

test('a call reaches its handler with its input, and its answer comes back', async () => {
  const { client } = host({ 'articles.trash': async ({ ids }) => ({ trashed: ids }) });
  expect(await client['articles.trash']({ ids: [ID] })).toEqual({ trashed: [ID] });
});

test('a wrong input never reaches the handler', async () => {
  const trash = vi.fn();
  const { dispatch } = host({ 'articles.trash': trash });
  for (const input of [null, {}, { ids: [] }, { ids: ['../../etc'] }, { ids: [ID], more: 1 }, { ids: ID }]) {
    expect(await dispatch('articles.trash', input)).toMatchObject({ ok: false, error: { code: 'rpc/invalid-input' } });
  }
  expect(trash).not.toHaveBeenCalled();
});

const nested = (depth: number): unknown => {
  let inner: unknown = null;
  for (let level = 0; level < depth; level++) inner = { doc: inner };
  return inner;
};
const cycle: Record<string, unknown> = {};
cycle.doc = cycle;

test.each<[string, unknown]>([
  ['longer than 20 million characters', { doc: 'x'.repeat(20_000_001) }],
  ['as long in its keys', { doc: { ['x'.repeat(20_000_001)]: 1 } }],
  ['of too many values', { doc: new Array<number>(5_000_001).fill(0) }],
  ['a list with nothing in it but length', { doc: new Array<number>(2 ** 32 - 1) }],
  ['deeper than any document', { doc: nested(100_000) }],
  ['a cycle, which a structured clone keeps', cycle],
  ['a buffer', { doc: new Uint8Array(8) }],
  ['a map', { doc: new Map([['type', 'doc']]) }],
  ['a date', { doc: new Date(0) }],
  ['a big integer', { doc: 1n }],
])('an input is refused unseen: %s', async (_name, input) => {
  const create = vi.fn();
  const answer = await host({ 'articles.create': create }).dispatch('articles.create', input);
  expect(answer).toMatchObject({ ok: false, error: { code: 'rpc/too-large' } });
  expect(create).not.toHaveBeenCalled();
});

test('the deepest and longest document that the gate takes gets through', async () => {
  const create = vi.fn(async () => ({}) as never);
  const { dispatch } = host({ 'articles.create': create });
  await dispatch('articles.create', { doc: nested(150) });
  await dispatch('articles.create', { doc: { text: 'x'.repeat(12_000_000) } });
  expect(create).toHaveBeenCalledTimes(2);
});

test('a name that JavaScript treats specially is no way in', async () => {
  const put = vi.fn(async (input: object) => input as never);
  const { dispatch } = host({ 'settings.put': put, 'session.put': put });
  for (const name of ['settings.put', 'session.put'])
    await dispatch(name, JSON.parse('{"__proto__":{"theme":"dark"},"constructor":1,"places":{"__proto__":{"head":1}}}'));
  for (const [input] of put.mock.calls) expect(Object.keys(input).filter((key) => /proto|constr/u.test(key))).toEqual([]);
  expect('theme' in {}).toBe(false);
});

test.each(['articles.burn', '', 'constructor', '__proto__', 'toString', null, 7, ['articles.list']])(
  '%j is no method',
  async (name) => {
    expect(await host({}).dispatch(name, null)).toMatchObject({ ok: false, error: { code: 'rpc/unknown-method' } });
  },
);

test('an error of ours arrives as itself', async () => {
  const { client } = host({
    'articles.open': async () => {
      throw new StetError('articles/missing', 'This article is not in the library any more.', { id: ID });
    },
  });
  await expect(client['articles.open']({ id: ID })).rejects.toMatchObject({ code: 'articles/missing', details: { id: ID } });
});

test('any other error keeps its words to itself, since they may quote a document', async () => {
  const { dispatch, report } = host({
    'articles.open': async () => {
      throw new TypeError('the secret source is X');
    },
  });
  const answer = await dispatch('articles.open', { id: ID });
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal/unexpected', details: { name: 'TypeError' } } });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(report).toHaveBeenCalledOnce();
});

test('methods are named noun.verb', () => {
  for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z]+\.[a-z]+$/u);
});
