import type { QuotedPerson } from '../../core/article/summary';
import type { ArticleStore } from '../../core/ports';
import type { Handlers } from '../../core/rpc/contract';

const LIMIT = 8;

/** Words without regard to case, accents and punctuation, each after one space. */
const words = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('');

/** People quoted in the library, outside its trash. */
export function peopleHandlers({ articles }: { articles: ArticleStore }) {
  return {
    'people.suggest': async ({ prefix }) => {
      const counted = new Map<string, { person: QuotedPerson; articles: number }>();
      for (const { trashedAt, people } of await articles.list()) {
        if (trashedAt !== null) continue;
        for (const person of people) {
          const key = JSON.stringify([person.name, person.role]);
          counted.set(key, { person, articles: (counted.get(key)?.articles ?? 0) + 1 });
        }
      }
      const wanted = words(prefix);
      return [...counted.values()]
        .filter(({ person }) => `${words(person.name)}${words(person.role ?? '')}`.includes(wanted))
        .sort((a, b) => b.articles - a.articles || a.person.name.localeCompare(b.person.name))
        .slice(0, LIMIT)
        .map(({ person }) => person);
    },
  } satisfies Partial<Handlers>;
}
