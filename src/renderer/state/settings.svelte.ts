import { blankSettings, type Settings } from '../../core/article/library';
import type { Client } from '../../core/rpc/createClient';

/** The writer's settings, as the host keeps them. */
export class SettingsState {
  value = $state.raw<Settings>(blankSettings);
  readonly #client: Client;
  #underWay = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  async refresh(): Promise<void> {
    const stored = await this.#client['settings.get']();
    // While a change is under way its own answer is the newer one.
    if (this.#underWay === 0) this.value = stored;
  }

  /**
   * Changes settings at once, so that a second change builds upon the first, and resolves when the host has kept them. When it has
   * not, they are again as the host has them, and the error is thrown.
   */
  async put(change: Partial<Settings>): Promise<void> {
    this.value = { ...this.value, ...change };
    this.#underWay++;
    let kept: Settings | null = null;
    try {
      kept = await this.#client['settings.put'](change);
    } finally {
      if (--this.#underWay === 0) {
        if (kept) this.value = kept;
        else await this.refresh();
      }
    }
  }
}
