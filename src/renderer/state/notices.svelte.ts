/** A short message that goes by itself, with an undo where there is one. */
export interface Notice {
  id: number;
  message: string;
  undo: (() => void) | null;
  /** A later message about the same takes its place. */
  topic: string | null;
}

const PLAIN_MS = 6_000;
const UNDO_MS = 12_000;

/** The messages at the foot of the window, oldest first; at most three stand at a time. */
export class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #next = 1;
  #timers: Partial<Record<number, ReturnType<typeof setTimeout>>> = {};

  /** Shows a message; with `undo` it stays twice as long. With a `topic` it takes the place of the one before: where only the last step can be undone. */
  show(message: string, undo?: () => void, topic?: string): void {
    const notice: Notice = { id: this.#next++, message, undo: undo ?? null, topic: topic ?? null };
    for (const old of this.list) if (topic !== undefined && old.topic === topic) this.dismiss(old.id);
    const list = [...this.list, notice];
    for (const old of list.slice(0, -3)) this.dismiss(old.id);
    this.list = list.slice(-3);
    this.resume(notice.id);
  }

  /** Takes a message back and undoes what it told of. */
  undo(id: number): void {
    const notice = this.list.find((one) => one.id === id);
    this.dismiss(id);
    notice?.undo?.();
  }

  dismiss(id: number): void {
    this.pause(id);
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  /** Holds a message while the pointer or the focus is on it. */
  pause(id: number): void {
    const { [id]: timer, ...others } = this.#timers;
    clearTimeout(timer);
    this.#timers = others;
  }

  resume(id: number): void {
    const notice = this.list.find((one) => one.id === id);
    if (!notice) return;
    this.pause(id);
    this.#timers[id] = setTimeout(() => this.dismiss(id), notice.undo ? UNDO_MS : PLAIN_MS);
  }
}
