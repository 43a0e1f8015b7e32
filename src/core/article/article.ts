import type { DocJson } from '../document/json';

/** The shape that `data` of a stored article has now; raised by each entry in `articleMigrations`. */
export const ARTICLE_SCHEMA = 2;

/** An article with its envelope. Times are milliseconds since 1970 and only ever shown, never used to order writes: `revision` does that. */
export interface Article {
  /** Random and private: never in an export. */
  id: string;
  /** 1 when created, one more at every change. */
  revision: number;
  schema: number;
  createdAt: number;
  editedAt: number;
  /** When it was put in the trash; null while it is not there. */
  trashedAt: number | null;
  doc: DocJson;
}
