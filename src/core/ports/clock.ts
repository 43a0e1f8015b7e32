export interface Clock {
  /** Milliseconds since 1970. May jump; nothing is ordered by it. */
  now(): number;
}

export interface Ids {
  /** A random id of 26 lower-case letters and digits (at least 128 bits). */
  next(): string;
}
