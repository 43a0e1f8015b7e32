import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../core/ports/clock';

/** RFC 4648 base 32 in lower case. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The clock of this computer. */
export const systemClock: Clock = { now: () => Date.now() };

/** Ids of 26 letters and digits: 130 random bits. */
export const systemIds: Ids = {
  next: () => Array.from(randomBytes(26), (byte) => ALPHABET.charAt(byte & 31)).join(''),
};
