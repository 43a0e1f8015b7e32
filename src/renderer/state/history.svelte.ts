import type { DocJson } from '../../core/document/json';
import type { ListedHistory, ListedVersion } from '../../core/rpc/historyMethods';
import type { Client } from '../../core/rpc/createClient';
import type { Draft } from './draft.svelte';

/** A version that stands beside the present text. */
export interface Compared {
  article: string;
  version: ListedVersion;
  doc: DocJson;
}

/** The versions of the open article, and the one that it is compared with. */
export class HistoryState {
  list = $state.raw<ListedHistory | null>(null);
  compared = $state.raw<Compared | null>(null);
  readonly filed = $derived(this.list?.versions.findLast((version) => version.filed !== null) ?? null);

  readonly #client: Client;
  #article: string | null = null;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Fetches the versions of an article. */
  async load(article: string): Promise<void> {
    if (article !== this.#article) this.list = null;
    this.#article = article;
    const list = await this.#client['history.list']({ id: article });
    if (article === this.#article) this.list = list;
  }

  /** Puts a version beside the present text. Errors: those of `history.read`. */
  async compare(article: string, version: ListedVersion): Promise<void> {
    const { doc } = await this.#client['history.read']({ id: article, version: version.version });
    this.compared = { article, version, doc };
  }

  close(): void {
    this.compared = null;
  }

  async name(article: string, version: number, name: string | null): Promise<void> {
    await this.#client['history.name']({ id: article, version, name });
    await this.load(article);
    const renamed = this.list?.versions.find((one) => one.version === version);
    if (renamed && this.compared?.version.version === version) this.compared = { ...this.compared, version: renamed };
  }

  /** Names the text as it stands now. Errors: those of saving and of `history.keep`. */
  async nameNow(draft: Draft, name: string): Promise<void> {
    await draft.flush();
    await this.#client['history.keep']({ id: draft.id, name });
    await this.load(draft.id);
  }

  /** Puts the whole version in place of the present text, which is kept as a version first. Errors: those of saving and of `history.keep`. */
  async restore(draft: Draft): Promise<void> {
    const compared = this.compared;
    if (!compared || compared.article !== draft.id) return;
    await draft.flush();
    await this.#client['history.keep']({ id: draft.id, name: null });
    draft.edits.replaceAll(compared.doc);
  }
}
