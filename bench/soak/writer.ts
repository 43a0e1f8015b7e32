import type { Article } from '../../src/core/article/article';
import type { BlockJson } from '../../src/core/document/json';
import { p } from '../../src/core/document/testing/builders';
import type { Answer } from '../../src/core/rpc/transport';

export type Call = (name: string, input: unknown) => Promise<Answer>;

/** Somebody who edits without a pause and remembers, outside the host, what was acknowledged. Edits are numbered from 1. */
export abstract class Writer {
  /** The newest edit that the host said is saved. */
  acknowledged = 0;
  /** The newest edit that was sent. */
  sent = 0;
  /** Edits acknowledged since the beginning. */
  total = 0;
  /** Milliseconds that the slowest edit waited for its acknowledgement, or for the kill that cut it off. */
  longestWait = 0;
  private heard: () => void = () => undefined;

  /** Edits until a call fails, which is how a killed host shows. */
  async work(call: Call): Promise<void> {
    for (;;) {
      const edit = ++this.sent;
      const started = performance.now();
      const answer = await this.send(call, edit).catch(() => null);
      this.longestWait = Math.max(this.longestWait, performance.now() - started);
      if (answer === null) return;
      if (!answer.ok) throw new Error(`an edit was refused: ${answer.error.code}`);
      this.check(answer.value);
      this.acknowledged = edit;
      this.total++;
      this.heard();
    }
  }

  /** Resolves at the next acknowledgement. */
  nextAcknowledgement(): Promise<void> {
    return new Promise((resolve) => (this.heard = resolve));
  }

  /** After a restart: counts on from what the library has. */
  resume(edit: number): void {
    this.acknowledged = edit;
    this.sent = edit;
  }

  protected abstract send(call: Call, edit: number): Promise<Answer>;
  protected abstract check(value: unknown): void;
}

const marked = (edit: number): BlockJson => p(`Edit ${edit} of the harbour story.`);

/** The number of the edit that an article holds at its beginning and its end alike; null when they differ: a mixture. */
export function editIn({ doc }: Article): number | null {
  const blocks = doc.content.slice(3).map((block) => /"Edit (\d+) of/u.exec(JSON.stringify(block))?.[1]);
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first !== undefined && first === last ? Number(first) : null;
}

/** Edits the first and the last paragraph of one article in the same save. */
export class ArticleWriter extends Writer {
  private revision: number;

  constructor(
    readonly id: string,
    article: Article,
    readonly length: number,
  ) {
    super();
    this.revision = article.revision;
  }

  /** An article whose body is about `paragraphs` paragraphs between two marked ones. */
  static document(blank: Article, paragraphs: number): Article['doc'] {
    const filler = Array.from({ length: paragraphs }, (_, at) =>
      p(`Paragraph ${at}: ${'the ferry waits at the quay, '.repeat(20)}`),
    );
    const [kicker, headline, standfirst] = blank.doc.content;
    return { ...blank.doc, content: [kicker, headline, standfirst, marked(0), ...filler, marked(0)] };
  }

  reopened(article: Article, edit: number): void {
    this.revision = article.revision;
    this.resume(edit);
  }

  protected send(call: Call, edit: number): Promise<Answer> {
    const splices = [3, this.length - 1].map((from) => ({ from, remove: 1, insert: [marked(edit)] }));
    return call('articles.save', {
      id: this.id,
      baseRevision: this.revision,
      changes: { fields: {}, splices, length: this.length },
    });
  }

  protected check(value: unknown): void {
    const answer = value as { saved?: { revision: number } };
    if (!answer.saved) throw new Error('a save met a conflict although nobody else writes');
    this.revision = answer.saved.revision;
  }
}

/** Renames a series again and again: the library file. */
export class SeriesWriter extends Writer {
  constructor(readonly id: string) {
    super();
  }

  protected send(call: Call, edit: number): Promise<Answer> {
    return call('series.rename', { series: this.id, name: `Series ${edit}` });
  }

  protected check(): void {
    // Its acknowledgement says nothing more.
  }
}
