import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { ArticleSummary, QuotedPerson } from '../../core/article/summary';
import type { StoredAsset } from '../../core/ports/assets';
import type { Client } from '../../core/rpc/createClient';
import type { Pastes } from './pastes';

/** What the text needs of the window around it. The page fills in the calls when it is shown. */
export interface EditorHost {
  readonly client: Client;
  readonly articleId: string;
  people: (prefix: string) => Promise<readonly QuotedPerson[]>;
  /** What the library knows of an article; null when it is not there. Reactive where a component reads it. */
  article: (id: string) => ArticleSummary | null;
  /** The articles that fit some words, newest first. */
  find: (words: string) => readonly ArticleSummary[];
  openArticle: (id: string) => void;
  /** Keeps a picture in the library. Errors: those of `uploadPicture`. */
  putPicture: (file: Blob) => Promise<StoredAsset>;
  notice: (message: string, undo?: () => void) => void;
  /** Says that something is under way, and how to stop it, until the function that it gives is called. */
  working: (message: string, stop: () => void) => () => void;
  readonly pasting: Pastes;
  /** Whether punctuation is set by the language of the article while it is typed. */
  smartPunctuation: boolean;
  /** Text from outside has gone in. */
  pasted: () => void;
}

const hostKey = new PluginKey<EditorHost>('stetHost');

/** Lets commands find the host that their editor belongs to. */
export const hostPlugin = (host: EditorHost) =>
  new Plugin<EditorHost>({ key: hostKey, state: { init: () => host, apply: (_tr, same) => same } });

/** The host of an editor; null for a state that stands alone, as in a test. */
export const hostOf = (state: EditorState): EditorHost | null => hostKey.getState(state) ?? null;
