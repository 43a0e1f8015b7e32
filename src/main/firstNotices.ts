/** From when a window is there until it surely hears what it is told, in milliseconds. */
const HEARS_AFTER_MS = 1000;

/** What is to be told before a window is there: kept for the first one. */
export class FirstNotices<T> {
  #waiting: T[] = [];
  #hears = false;
  #timer: NodeJS.Timeout | null = null;
  readonly #say: (told: T) => void;

  constructor(say: (told: T) => void) {
    this.#say = say;
  }

  tell(told: T): void {
    if (this.#hears) this.#say(told);
    else this.#waiting.push(told);
  }

  /** A window has begun to show something. */
  windowIsThere(): void {
    this.#timer ??= setTimeout(() => {
      this.#hears = true;
      for (const told of this.#waiting.splice(0)) this.#say(told);
    }, HEARS_AFTER_MS).unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
