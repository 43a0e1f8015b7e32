/** A code is `area/slug`: the area is the room that noticed, the slug says what. Codes are stable; messages may change. */
export type ErrorCode = `${string}/${string}`;

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The one error that crosses rooms. `message` is in the writer's words and says what to do next;
 * neither it nor `details` ever holds text of a document.
 */
export class StetError extends Error {
  override readonly name = 'StetError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** An error as it crosses a wire: no stack, no cause. */
export interface WireError {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

/** Turns anything thrown into a wire error. What is not a StetError becomes `internal/unexpected` without its text, which might quote a document. */
export function toWire(error: unknown): WireError {
  if (error instanceof StetError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  return {
    code: 'internal/unexpected',
    message: 'Something went wrong inside Stet. Your text is kept; try again, and report it if it comes back.',
    details: { name: error instanceof Error ? error.name : typeof error },
  };
}

/** The reverse of `toWire`. */
export function fromWire(wire: WireError): StetError {
  return new StetError(wire.code, wire.message, wire.details);
}
