import type { Statement } from 'node-sqlite3-wasm';
import type { Article } from '../../../core/article/article';
import type { IndexedHits, SearchRequest } from '../../../core/ports/search';
import { parseQuery } from '../../../core/search/parseQuery';
import { passagesOf } from '../../../core/search/passages';
import { filters } from '../../../core/search/query';
import { parts, searchableOf, type Part, type Searchable } from '../../../core/search/searchable';
import { wordsIn } from '../../../core/search/words';
import { filterText, matchingOf } from './matching';
import type { OpenIndex } from './openIndex';

/** Stands between lines, so that no phrase reaches over their end; never part of a word. */
const LINE_END = ' ¶ ';
const COLUMNS = parts.join(', ');
const MARKS = parts.map(() => '?').join(', ');

/** Hits that are looked at only to be ready for those that somebody asks for. */
const WARM = 8;

type Lines = Record<Part, readonly string[]>;

/** The words of the articles, in SQLite FTS5. Every call is whole or not at all. */
export class SearchIndex {
  readonly birth: string;
  readonly #db: OpenIndex['db'];
  readonly #prepared = new Map<string, Statement>();

  constructor({ db, birth }: OpenIndex) {
    this.#db = db;
    this.birth = birth;
  }

  /** What is indexed of each article. */
  stamps(): Map<string, string> {
    return new Map(this.#db.all('SELECT id, stamp FROM docs').map(({ id, stamp }) => [String(id), String(stamp)]));
  }

  put(articles: readonly { article: Article; stamp: string }[]): void {
    this.#whole(() => {
      for (const { article, stamp } of articles) this.#put(article, stamp);
    });
  }

  remove(ids: readonly string[]): void {
    this.#whole(() => {
      for (const id of ids) this.#remove(id);
    });
  }

  /**
   * Removes articles so that none of their words is left in the file: not as deleted entries of the full-text table, and not in free
   * pages. Costs a pass over the whole index.
   */
  forget(ids: readonly string[]): void {
    this.remove(ids);
    this.#finish();
    this.#db.exec("INSERT INTO words(words) VALUES ('optimize')");
    this.#db.exec('VACUUM');
  }

  find({ query: typed, limit, trashed }: SearchRequest): IndexedHits {
    const query = parseQuery(typed);
    if (query.length === 0) return { hits: [], total: 0 };
    const { match, where } = matchingOf(query);
    const conditions = `docs.trashed = ${trashed ? 1 : 0}${where.sql}`;
    const rows =
      match === null
        ? this.#all(
            `SELECT docs.doc, docs.id, docs.stamp, count(*) OVER () AS total FROM docs WHERE ${conditions} ORDER BY docs.edited DESC, docs.id LIMIT ?`,
            [...where.values, limit],
          )
        : this.#all(
            `SELECT docs.doc, docs.id, docs.stamp, count(*) OVER () AS total FROM words JOIN docs ON docs.doc = words.rowid
             WHERE words MATCH ? AND ${conditions} ORDER BY words.rank, docs.edited DESC, docs.id LIMIT ?`,
            [match, ...where.values, limit],
          );
    return {
      total: Number(rows[0]?.['total'] ?? 0),
      hits: rows.map((row) => ({
        id: String(row['id']),
        stamp: String(row['stamp']),
        passages: match === null ? [] : passagesOf({ parts: this.#lines(Number(row['doc'])) }, query),
      })),
    };
  }

  /** Asks itself something: the engine and the code around it are compiled as they are first used. */
  warm(): void {
    const newest = this.#all('SELECT doc FROM docs ORDER BY doc DESC LIMIT 1', [])[0]?.['doc'];
    const word =
      newest === undefined
        ? undefined
        : wordsIn(
            Object.values(this.#lines(Number(newest)))
              .flat()
              .join(' '),
          ).at(-1);
    if (word !== undefined) this.find({ query: `${word} `, limit: WARM, trashed: false });
  }

  close(): void {
    this.#finish();
    this.#db.close();
  }

  #put(article: Article, stamp: string): void {
    const searchable = searchableOf(article.doc);
    this.#remove(article.id);
    const { lastInsertRowid: doc } = this.#run('INSERT INTO docs VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      article.id,
      stamp,
      article.editedAt,
      article.trashedAt === null ? 0 : 1,
      ...filters.map((filter) => filterText(searchable.filters[filter])),
    ]);
    this.#run('INSERT INTO texts VALUES (?, ?)', [Number(doc), JSON.stringify(searchable.parts)]);
    this.#run(`INSERT INTO words(rowid, ${COLUMNS}) VALUES (?, ${MARKS})`, [Number(doc), ...columnsOf(searchable)]);
  }

  #remove(id: string): void {
    const doc = this.#all('SELECT doc FROM docs WHERE id = ?', [id])[0]?.['doc'];
    if (doc === undefined) return;
    // A table without content is told again what it had.
    const was = columnsOf({ parts: this.#lines(Number(doc)) });
    this.#run(`INSERT INTO words(words, rowid, ${COLUMNS}) VALUES ('delete', ?, ${MARKS})`, [Number(doc), ...was]);
    this.#run('DELETE FROM texts WHERE doc = ?', [Number(doc)]);
    this.#run('DELETE FROM docs WHERE doc = ?', [Number(doc)]);
  }

  #lines(doc: number): Lines {
    return JSON.parse(String(this.#all('SELECT lines FROM texts WHERE doc = ?', [doc])[0]?.['lines'])) as Lines;
  }

  #whole(work: () => void): void {
    this.#db.exec('BEGIN');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #all(sql: string, values: (string | number)[]): Record<string, unknown>[] {
    return this.#statement(sql).all(values);
  }

  #run(sql: string, values: (string | number)[]) {
    return this.#statement(sql).run(values);
  }

  /** The engine keeps a file open, and locked, until all its statements are finished. */
  #finish(): void {
    for (const statement of this.#prepared.values()) statement.finalize();
    this.#prepared.clear();
  }

  #statement(sql: string): Statement {
    let statement = this.#prepared.get(sql);
    // Filters make statements of many shapes; a hundred are enough to remember.
    if (!statement && this.#prepared.size >= 100) this.#finish();
    if (!statement) this.#prepared.set(sql, (statement = this.#db.prepare(sql)));
    return statement;
  }
}

const columnsOf = ({ parts: lines }: Pick<Searchable, 'parts'>): string[] =>
  parts.map((part) => lines[part].map((line) => wordsIn(line).join(' ')).join(LINE_END));
