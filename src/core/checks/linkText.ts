import type { Check } from './check';
import { atPart } from './atPart';
import { linksIn } from './links';

/** Words that say nothing about where a link leads (WCAG 2.4.4), by language. */
const empty: Readonly<Record<string, readonly string[]>> = {
  en: ['here', 'click here', 'this', 'link', 'this link', 'read more', 'more', 'read here', 'see here'],
  fr: ['ici', 'cliquez ici', 'lien', 'ce lien', 'lire la suite', 'en savoir plus', 'plus'],
  de: ['hier', 'klicken sie hier', 'link', 'dieser link', 'mehr', 'weiterlesen', 'mehr lesen'],
  es: ['aquí', 'aqui', 'haga clic aquí', 'haz clic aquí', 'pinche aquí', 'enlace', 'este enlace', 'leer más', 'más', 'ver más'],
  it: ['qui', 'clicca qui', 'cliccate qui', 'link', 'questo link', 'leggi tutto', 'leggi di più', 'continua a leggere'],
  pt: ['aqui', 'clique aqui', 'link', 'este link', 'esta ligação', 'leia mais', 'ler mais', 'saiba mais', 'mais'],
  nl: ['hier', 'klik hier', 'link', 'deze link', 'lees meer', 'lees verder', 'meer'],
};

/** A link whose words are only "here". */
export const linkText: Check = {
  name: 'link text',
  of: 'text',
  find: (doc, page) => {
    const words = empty[page.language.split('-')[0] ?? ''] ?? [];
    return page.parts.flatMap((part) => {
      if (part.attribute !== null) return [];
      return linksIn(doc, part)
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
