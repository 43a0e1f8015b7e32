/** The few messages between window and host; everything else goes through the contract. */
export const channels = {
  /** A call of the contract: `(name, input)`. */
  call: 'stet:call',
  /** A picture for the library: `(bytes)`. */
  picture: 'stet:picture',
  /** An event for the window. */
  event: 'stet:event',
  /** A command chosen in the native menu. */
  command: 'stet:command',
  /** The window is about to close: send what is not saved. */
  closing: 'stet:closing',
  /** The window has done what it could, and says what it holds all the same: `(held)`. */
  closed: 'stet:closed',
  /** The window listens: events may be sent. */
  listen: 'stet:listen',
} as const;
