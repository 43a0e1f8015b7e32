/** What a window on the loopback host and its server have to agree on beside the contract. */

/** Header of every `POST`: the token that only this tab holds. */
export const TOKEN_HEADER = 'x-stet-token';

/** Where the tab keeps it: `sessionStorage`, so that a reload keeps it and another tab never sees it. */
export const TOKEN_KEY = 'stet-token';

/** `POST { name, input }` → `Answer`. */
export const RPC_PATH = '/rpc';

/** `POST {}` → a stream of lines, each a `NumberedEvent` as JSON; an empty line is a heartbeat. */
export const EVENTS_PATH = '/events';

/** `POST` of a picture's bytes → `Answer` with a `StoredAsset`; `GET` with `/` and its name → the picture. */
export const ASSETS_PATH = '/assets';

/** `GET` + key → a previewed page, a document with its own policy. */
export const PREVIEW_PATH = '/preview/';
