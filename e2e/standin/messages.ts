/** The frame that a message of the page came from. */
export interface Frame {
  url: string;
  origin: string;
  top: boolean;
}

/** From the test, which owns the browser, to the process that runs the built main. Carried by structured clone. */
export type ToMain =
  | { type: 'fetch'; request: number; url: string; method: string }
  | { type: 'invoke'; request: number; channel: string; args: unknown[]; frame: Frame }
  | { type: 'message'; channel: string; args: unknown[]; frame: Frame }
  | { type: 'ready-to-show' }
  | { type: 'close' }
  | { type: 'menu'; label: string };

/** From the built main to the test. */
export type ToTest =
  | { type: 'load'; url: string; preload: string; preferences: Record<string, unknown>; guards: string[] }
  | { type: 'send'; channel: string; args: unknown[] }
  | { type: 'closed' }
  | { type: 'opened'; url: string }
  | { type: 'asked'; words: string }
  | { type: 'fetched'; request: number; status: number; headers: Record<string, string>; body: Uint8Array }
  | { type: 'answered'; request: number; value: unknown }
  | { type: 'threw'; request: number; message: string };
