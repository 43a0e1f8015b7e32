import * as v from 'valibot';
import { StetError, toWire } from '../errors';
import { contract, type Handlers, type MethodName } from './contract';
import type { Answer } from './transport';
import { withinLimits } from './withinLimits';

export type Dispatcher = (name: unknown, raw: unknown) => Promise<Answer>;

/**
 * Checks a call's name and input and runs its handler. Never rejects: what goes wrong is an answer.
 * `report` hears of errors that are not ours, without their text.
 * Errors answered: `rpc/unknown-method`, `rpc/too-large`, `rpc/invalid-input`, and those of the handler.
 */
export function createDispatcher(handlers: Handlers, report: (error: unknown) => void = () => undefined): Dispatcher {
  return async (name, raw) => {
    try {
      if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
        throw new StetError(
          'rpc/unknown-method',
          'This window and this library are of different versions. Close Stet and start it again.',
        );
      }
      const method = name as MethodName;
      if (!withinLimits(raw)) {
        throw new StetError(
          'rpc/too-large',
          'This is more than Stet takes at once. Nothing was changed; do it in smaller parts.',
          {
            method,
          },
        );
      }
      const input = v.safeParse(contract[method].input as v.GenericSchema, raw);
      if (!input.success) {
        const at = v.getDotPath(input.issues[0]);
        throw new StetError('rpc/invalid-input', 'Stet did not understand what was asked of it, and did nothing.', {
          method,
          at,
        });
      }
      const handler = handlers[method] as (input: unknown) => Promise<unknown>;
      return { ok: true, value: await handler(input.output) };
    } catch (error) {
      if (!(error instanceof StetError)) report(error);
      return { ok: false, error: toWire(error) };
    }
  };
}
