import type { QuotedPerson } from '../../core/article/summary';
import type { ArticleStore } from '../../core/ports/articles';
import type { Handlers } from '../../core/rpc/contract';
import type { QuotedBefore } from '../../core/rpc/checkMethods';

const LIMIT = 8;
const MOST_QUOTED = 50;

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

    'people.quoted': async ({ name, except }) => {
      const wanted = words(name);
      if (wanted === '') return { quotations: [], more: 0 };
      const [summaries, quoted] = await Promise.all([articles.list(), articles.quoted()]);
      const found = summaries
        .filter(({ id, trashedAt }) => trashedAt === null && id !== except)
        .sort((a, b) => b.editedAt - a.editedAt || a.id.localeCompare(b.id))
        .flatMap(({ id, headline }) =>
          (quoted.get(id) ?? [])
            .filter((each) => words(each.name) === wanted)
            .map((each): QuotedBefore => ({ ...each, article: id, headline })),
        );
      return { quotations: found.slice(0, MOST_QUOTED), more: Math.max(0, found.length - MOST_QUOTED) };
    },
  } satisfies Partial<Handlers>;
}
