import { blankSettings, type Settings } from '../../core/article/library';
import type { Client } from '../../core/rpc/createClient';

/** The writer's settings, as the host keeps them. */
export class SettingsState {
  value = $state.raw<Settings>(blankSettings);
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async refresh(): Promise<void> {
    this.value = await this.#client['settings.get']();
  }

  /** Changes settings and resolves when the host has kept them. */
  async put(change: Partial<Settings>): Promise<void> {
    this.value = await this.#client['settings.put'](change);
  }
}
