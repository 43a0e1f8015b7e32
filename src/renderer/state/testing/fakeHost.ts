import { blankFields } from '../../../core/article/fields';
import type { ArticleSummary } from '../../../core/article/summary';
import { StetError, toWire } from '../../../core/errors';
import { createClient, type Client } from '../../../core/rpc/createClient';
import type { InputOf, MethodName, OutputOf } from '../../../core/rpc/contract';
import type { NumberedEvent, StetEvent } from '../../../core/rpc/events';
import type { Connection, LinkState } from '../../rpc/connection';

type Answers = { [N in MethodName]?: (input: InputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> };

/** A host that answers as a test says, remembers what it was asked, and can send events or go away. */
export class FakeHost {
  readonly calls: { name: string; input: unknown }[] = [];
  readonly answers: Answers;
  readonly connection: Connection;
  readonly client: Client;
  #listener: (event: NumberedEvent) => void = () => undefined;
  #watcher: (state: LinkState) => void = () => undefined;
  #sequence = 0;

  constructor(answers: Answers = {}) {
    this.answers = answers;
    this.connection = {
      hasNativeMenu: false,
      transport: {
        call: async (name, input) => {
          this.calls.push({ name, input });
          const answer = this.answers[name as MethodName] as ((input: unknown) => unknown) | undefined;
          try {
            if (!answer) throw new StetError('test/no-answer', `The test gives no answer to ${name}.`);
            return { ok: true, value: await answer(input) };
          } catch (error) {
            return { ok: false, error: toWire(error) };
          }
        },
        listen: (listener) => {
          this.#listener = listener;
          return () => undefined;
        },
      },
      watch: (watcher) => {
        this.#watcher = watcher;
        return () => undefined;
      },
      onCommand: () => () => undefined,
      onClosing: () => undefined,
      putPicture: () => Promise.resolve({ ok: false, error: toWire(new StetError('test/no-answer', 'No pictures here.')) }),
    };
    this.client = createClient(this.connection.transport);
  }

  send(event: StetEvent): void {
    this.#listener({ ...event, sequence: ++this.#sequence });
  }

  /** As if events had been lost on the way. */
  skip(count: number): void {
    this.#sequence += count;
  }

  link(state: LinkState): void {
    this.#watcher(state);
  }

  asked(name: MethodName): number {
    return this.calls.filter((call) => call.name === name).length;
  }
}

/** An id as articles have it, readable in a test. */
export const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .padEnd(16, '0');

/** A summary with this headline; everything else as in a blank article unless it is given. */
export function summary(headline: string, facts: Partial<ArticleSummary> = {}): ArticleSummary {
  const { slug, section, language, status } = blankFields();
  const blank = {
    slug,
    section,
    language,
    status,
    kicker: '',
    opening: '',
    words: 0,
    people: [],
    tags: [],
    revision: 1,
    createdAt: 0,
    editedAt: 0,
    trashedAt: null,
  };
  return { id: idOf(headline || 'untitled'), headline, ...blank, ...facts };
}
