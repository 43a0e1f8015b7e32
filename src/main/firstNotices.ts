/** From when a window is there until it surely hears what it is told, in milliseconds. */
const HEARS_AFTER_MS = 1000;

/** What is to be told before a window is there: kept for the first one. */
export class FirstNotices {
  #waiting: string[] = [];
  #hears = false;
  #timer: NodeJS.Timeout | null = null;
  readonly #say: (message: string) => void;

  constructor(say: (message: string) => void) {
    this.#say = say;
  }

  tell(message: string): void {
    if (this.#hears) this.#say(message);
    else this.#waiting.push(message);
  }

  /** A window has begun to show something. */
  windowIsThere(): void {
    this.#timer ??= setTimeout(() => {
      this.#hears = true;
      for (const message of this.#waiting.splice(0)) this.#say(message);
    }, HEARS_AFTER_MS).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
