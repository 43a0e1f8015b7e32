import { StetError } from '../../core/errors';
import type { Client } from '../../core/rpc/createClient';
import type { EditorHost } from '../editor/host';
import { Pastes } from '../editor/pastes';

/** What a text has of the window until the page shows it and fills in the rest. */
export const hostBeforePage = (client: Client, articleId: string, pasted: () => void): EditorHost => ({
  client,
  articleId,
  people: () => Promise.resolve([]),
  article: () => null,
  find: () => [],
  openArticle: () => undefined,
  putPicture: () => Promise.reject(new StetError('host/gone', 'The page is not open yet. Try again.')),
  notice: () => undefined,
  working: () => () => undefined,
  pasting: new Pastes(),
  smartPunctuation: true,
  pasted,
});
