import { expect, test } from 'vitest';
import { linesOf } from './lines';

async function* bytes(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
const encode = (text: string) => new TextEncoder().encode(text);
const collect = async (chunks: AsyncIterable<Uint8Array>) => {
  const lines: string[] = [];
  for await (const line of linesOf(chunks)) lines.push(line);
  return lines;
};

test('lines are put together across chunks, heartbeats are empty lines', async () => {
  expect(await collect(bytes(encode('{"a"'), encode(':1}\n\n{"b":2}\n')))).toEqual(['{"a":1}', '', '{"b":2}']);
});

test('a letter cut in two by the network stays whole', async () => {
  const whole = encode('Zürich\n');
  expect(await collect(bytes(whole.slice(0, 2), whole.slice(2)))).toEqual(['Zürich']);
});

test('a line that was cut off is dropped', async () => {
  expect(await collect(bytes(encode('whole\nhal')))).toEqual(['whole']);
});
