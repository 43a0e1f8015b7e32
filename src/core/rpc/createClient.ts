import { fromWire } from '../errors';
import { contract, type InputOf, type MethodName, type OutputOf } from './contract';
import type { Transport } from './transport';

/** `client['articles.open']({ id })`: typed calls over any transport. */
export type Client = {
  [N in MethodName]: null extends InputOf<N>
    ? (input?: InputOf<N>) => Promise<OutputOf<N>>
    : object extends InputOf<N>
      ? (input?: InputOf<N>) => Promise<OutputOf<N>>
      : (input: InputOf<N>) => Promise<OutputOf<N>>;
};

/** A client whose calls reject with the StetError that the host answered. */
export function createClient(transport: Transport): Client {
  const calls = Object.keys(contract).map((name) => [
    name,
    async (input: unknown = null): Promise<unknown> => {
      const answer = await transport.call(name, input);
      if (!answer.ok) throw fromWire(answer.error);
      return answer.value;
    },
  ]);
  return Object.fromEntries(calls) as Client;
}
