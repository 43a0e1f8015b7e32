import './engineFlags';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { parts } from '../../../core/search/searchable';

/** Raised whenever what is kept, or how words are told apart, changes: an index of another schema is begun anew. */
const SEARCH_SCHEMA = 1;

/** How much more a hit counts in each part than one in the body. */
const WEIGHTS: Readonly<Record<(typeof parts)[number], number>> = {
  headline: 10,
  standfirst: 4,
  people: 5,
  tags: 5,
  captions: 1.5,
  notes: 1,
  body: 1,
};

/**
 * One file, no server: the words of all articles (FTS5), their texts for the passages, and what filters go by. The words come already
 * folded, so that the tokenizer only divides at spaces. The table of words keeps no text (`content=''`); `texts` has it.
 */
const TABLES = `
  CREATE TABLE kept (schema INTEGER, birth TEXT);
  CREATE TABLE docs (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL, edited INTEGER NOT NULL,
    trashed INTEGER NOT NULL, section TEXT NOT NULL, status TEXT NOT NULL, speaker TEXT NOT NULL, tag TEXT NOT NULL,
    language TEXT NOT NULL);
  CREATE TABLE texts (doc INTEGER PRIMARY KEY, lines TEXT NOT NULL);
  CREATE VIRTUAL TABLE words USING fts5(${parts.join(', ')}, content='', tokenize='ascii', prefix='2 3');
  INSERT INTO words(words, rank) VALUES ('rank', 'bm25(${parts.map((part) => WEIGHTS[part]).join(', ')})');
`;

/** An open index and the name it got when it was made. */
export interface OpenIndex {
  db: Database;
  birth: string;
}

/**
 * Opens the index at `path`, or one in memory; one that is missing, damaged or of another schema is begun anew. Only the owner of the
 * library may call this: a lock that is left over is taken away.
 */
export function openIndex(path: string | null): OpenIndex {
  if (path === null) return begin(new sqlite.Database());
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(`${path}.lock`, { recursive: true, force: true });
  try {
    const db = new sqlite.Database(path);
    try {
      configure(db);
      const kept = db.get('SELECT schema, birth FROM kept');
      if (kept?.['schema'] === SEARCH_SCHEMA && typeof kept['birth'] === 'string') {
        // Touches every table once, so that a file cut short is noticed here.
        db.get('SELECT rowid FROM words LIMIT 1');
        return { db, birth: kept['birth'] };
      }
      db.close();
    } catch (error) {
      db.close();
      throw error;
    }
  } catch {
    // Missing, damaged, or no index at all: whatever it is, the articles tell the same again.
  }
  return beginAt(path);
}

/** Makes an empty index in place of whatever is at `path`. */
export function beginAt(path: string | null): OpenIndex {
  if (path === null) return begin(new sqlite.Database());
  for (const end of ['', '-journal', '.lock']) rmSync(`${path}${end}`, { recursive: true, force: true });
  const open = begin(new sqlite.Database(path));
  chmodSync(path, 0o600);
  return open;
}

function begin(db: Database): OpenIndex {
  const birth = randomUUID();
  configure(db);
  db.exec('BEGIN');
  db.exec(TABLES);
  db.run('INSERT INTO kept VALUES (?, ?)', [SEARCH_SCHEMA, birth]);
  db.exec('COMMIT');
  return { db, birth };
}

/** Exclusive: the owner of the library is the only one; what is deleted is overwritten with zeros. */
function configure(db: Database): void {
  db.exec(`PRAGMA page_size = 8192; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -16000; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;`);
}
