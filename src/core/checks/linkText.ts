import type { BlockJson, InlineJson } from '../document/json';
import type { Check } from './check';
import { atPart } from './atPart';

/** Words that say nothing about where a link leads (WCAG 2.4.4), by language. */
const empty: Readonly<Record<string, readonly string[]>> = {
  en: ['here', 'click here', 'this', 'link', 'this link', 'read more', 'more', 'read here', 'see here'],
  fr: ['ici', 'cliquez ici', 'lien', 'ce lien', 'lire la suite', 'en savoir plus', 'plus'],
  de: ['hier', 'klicken sie hier', 'link', 'dieser link', 'mehr', 'weiterlesen', 'mehr lesen'],
};

/** A link whose words are only "here". */
export const linkText: Check = {
  name: 'link text',
  of: 'text',
  find: (doc, page) => {
    const words = empty[page.language.split('-')[0] ?? ''] ?? [];
    return page.parts.flatMap((part) => {
      if (part.type === 'related') return [];
      return linksIn(contentAt(doc, part.path))
        .filter(({ text }) =>
          words.includes(
            text
              .trim()
              .toLowerCase()
              .replace(/[.:!…»]+$/u, ''),
          ),
        )
        .map(({ from, to, text }) =>
          atPart(part, from, to, 'link text', 'hint', `“${text.trim()}” says nothing about where the link leads.`),
        );
    });
  },
};

function contentAt(doc: { content: readonly unknown[] }, path: readonly number[]): readonly InlineJson[] {
  let node: { content?: readonly unknown[] } = doc;
  for (const index of path) node = (node.content?.[index] ?? {}) as BlockJson;
  return (node.content ?? []) as readonly InlineJson[];
}

function linksIn(content: readonly InlineJson[]): { from: number; to: number; text: string }[] {
  const links: { from: number; to: number; text: string; target: string }[] = [];
  let at = 0;
  for (const node of content) {
    const text = node.type === 'text' ? node.text : '\n';
    const link = node.marks?.find(({ type }) => type === 'link');
    const last = links.at(-1);
    const target = JSON.stringify(link?.attrs ?? null);
    if (link && last?.to === at && last.target === target) {
      last.to += text.length;
      last.text += text;
    } else if (link) links.push({ from: at, to: at + text.length, text, target });
    at += text.length;
  }
  return links;
}
