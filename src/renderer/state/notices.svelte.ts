/** A short message that goes by itself, with an undo where there is one. */
export interface Notice {
  id: number;
  message: string;
  undo: (() => void) | null;
  /** Shows what it tells of. */
  show: (() => void) | null;
  /** Of work that is under way: what stops it. Such a message stays until the work ends. */
  stop: (() => void) | null;
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
    const notice = { message, undo: undo ?? null, show: null, stop: null, topic: topic ?? null };
    for (const old of this.list) if (topic !== undefined && old.topic === topic) this.dismiss(old.id);
    this.#add(notice);
  }

  /** Shows a message about something that one key shows; it stays as long as one with an undo. */
  pointTo(message: string, show: () => void): void {
    this.#add({ message, undo: null, show, stop: null, topic: null });
  }

  /** Says that something is under way, until the function that it gives is called. */
  work(message: string, stop: () => void): () => void {
    const id = this.#add({ message, undo: null, show: null, stop, topic: null });
    return () => this.dismiss(id);
  }

  /** Goes to what a message tells of, and takes the message away. */
  follow(id: number): void {
    const notice = this.list.find((one) => one.id === id);
    this.dismiss(id);
    notice?.show?.();
  }

  /** Stops the work that a message tells of. */
  stop(id: number): void {
    const notice = this.list.find((one) => one.id === id);
    this.dismiss(id);
    notice?.stop?.();
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
    if (!notice || notice.stop) return;
    this.pause(id);
    this.#timers[id] = setTimeout(() => this.dismiss(id), notice.undo || notice.show ? UNDO_MS : PLAIN_MS);
  }

  #add(facts: Omit<Notice, 'id'>): number {
    const id = this.#next++;
    const list = [...this.list, { id, ...facts }];
    for (const old of list.slice(0, -3)) this.dismiss(old.id);
    this.list = list.slice(-3);
    this.resume(id);
    return id;
  }
}
