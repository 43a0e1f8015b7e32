import type { Article } from '../../core/article/article';
import type { Sender } from '../../core/rpc/articleMethods';

/** Articles whose last save is remembered. */
const LIMIT = 8;

interface LastSave {
  sender: Sender;
  /** The version that the save was made upon. */
  base: Article;
  /** What it became. */
  revision: number;
}

/**
 * What each article's last save was made upon. A window that closes does not wait for its save under way: it sends the
 * same words once more with those typed since, upon the same version. Whichever of the two arrives, and in which order,
 * the later words stay.
 */
export class LastSaves {
  readonly #saves = new Map<string, LastSave>();

  /** True when a later save of this sender was carried out already, so that this one has nothing that is newer. */
  overtakes({ id }: Article, sender: Sender): boolean {
    const last = this.#saves.get(id);
    return last?.sender.id === sender.id && sender.turn <= last.sender.turn;
  }

  /** The version with this revision, if the newest one is nothing but this sender's own earlier save upon it. */
  base(newest: Article, revision: number, sender: Sender): Article | null {
    const last = this.#saves.get(newest.id);
    return last?.sender.id === sender.id && last.revision === newest.revision && last.base.revision === revision
      ? last.base
      : null;
  }

  remember(base: Article, revision: number, sender: Sender): void {
    this.#saves.delete(base.id);
    this.#saves.set(base.id, { sender, base, revision });
    for (const oldest of this.#saves.keys()) {
      if (this.#saves.size <= LIMIT) return;
      this.#saves.delete(oldest);
    }
  }
}
