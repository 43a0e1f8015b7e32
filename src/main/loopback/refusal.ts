import { fromWire, StetError, toWire } from '../../core/errors';

/** A request that does not get past the gate: an HTTP status beside the error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 500 | 503,
    readonly reason: StetError,
    /** For a 405: the method that the address takes. */
    readonly allow: 'GET' | 'POST' | null = null,
  ) {
    super(reason.message);
  }
}

/** Says nothing about which of the conditions was not met. */
export const refused = () =>
  new Refusal(
    403,
    new StetError(
      'loopback/refused',
      'This page only works in the window that Stet opened itself. Start Stet again to get a new one.',
    ),
  );

export const usedUp = () =>
  new Refusal(
    403,
    new StetError(
      'loopback/used-up',
      'This start page has been used already. Go to the window that it opened, or start Stet again.',
    ),
  );

export const notFound = () => new Refusal(404, new StetError('loopback/not-found', 'There is nothing at this address.'));

export const wrongMethod = (allow: 'GET' | 'POST') =>
  new Refusal(405, new StetError('loopback/wrong-method', 'This address does not take that kind of request.'), allow);

export const wrongType = () =>
  new Refusal(415, new StetError('loopback/wrong-type', 'This address does not take that kind of content.'));

export const unreadable = () =>
  new Refusal(400, new StetError('loopback/unreadable', 'Stet did not understand what was asked of it, and did nothing.'));

export const tooLarge = (limit: number) =>
  new Refusal(
    413,
    new StetError('loopback/too-large', 'This is more than Stet takes at once. Nothing was changed; do it in smaller parts.', {
      limit,
    }),
  );

export const closing = () => new Refusal(503, new StetError('host/gone', 'Stet is closing. Start it again.'));

/** For what went wrong inside the server itself; told without its text, which might quote a document. */
export const failed = (error: unknown) => new Refusal(500, fromWire(toWire(error)));
