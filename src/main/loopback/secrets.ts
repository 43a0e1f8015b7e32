import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a launch of the loopback host keeps secret. All values are base64url, 256 bits unless said otherwise; none is ever logged. */
export interface Secrets {
  /** Stands in the launch file; taken away when it has been exchanged. */
  launch: string | null;
  /** Named per instance, since cookies know no port: two instances on one machine must not overwrite each other's. */
  readonly cookieName: string;
  readonly cookie: string;
  /** Held by the tab in its session storage. */
  readonly header: string;
}

/** Fresh secrets from the system's random source. */
export function createSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('base64url');
  return { launch: secret(), cookieName: `stet-${randomBytes(8).toString('hex')}`, cookie: secret(), header: secret() };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string | undefined, expected: string | null): boolean {
  return given !== undefined && expected !== null && timingSafeEqual(digest(given), digest(expected));
}
