import { startTag } from './element';
import { escapeText } from './escape';

/** What an exported page says in its own voice; everything else on it is the writer's. */
interface PageWords {
  by: string;
  published: string;
  updated: string;
  section: string;
  series: string;
  previous: string;
  next: string;
  untitled: string;
  corrections: string;
}

const en: PageWords = {
  by: 'By',
  published: 'Published',
  updated: 'Updated',
  section: 'Section',
  series: 'Series',
  previous: 'Previous',
  next: 'Next',
  untitled: 'Untitled',
  corrections: 'Corrections',
};
const languages: Readonly<Record<string, PageWords>> = {
  en,
  fr: {
    by: 'Par',
    published: 'Publié le',
    updated: 'Mis à jour le',
    section: 'Rubrique',
    series: 'Série',
    previous: 'Précédent',
    next: 'Suivant',
    untitled: 'Sans titre',
    corrections: 'Corrections',
  },
  de: {
    by: 'Von',
    published: 'Veröffentlicht',
    updated: 'Aktualisiert',
    section: 'Ressort',
    series: 'Serie',
    previous: 'Zurück',
    next: 'Weiter',
    untitled: 'Ohne Titel',
    corrections: 'Korrekturen',
  },
  es: {
    by: 'Por',
    published: 'Publicado',
    updated: 'Actualizado',
    section: 'Sección',
    series: 'Serie',
    previous: 'Anterior',
    next: 'Siguiente',
    untitled: 'Sin título',
    corrections: 'Correcciones',
  },
  it: {
    by: 'Di',
    published: 'Pubblicato',
    updated: 'Aggiornato',
    section: 'Sezione',
    series: 'Serie',
    previous: 'Precedente',
    next: 'Successivo',
    untitled: 'Senza titolo',
    corrections: 'Correzioni',
  },
  pt: {
    by: 'Por',
    published: 'Publicado',
    updated: 'Atualizado',
    section: 'Editoria',
    series: 'Série',
    previous: 'Anterior',
    next: 'Seguinte',
    untitled: 'Sem título',
    corrections: 'Correções',
  },
};

/** The page's own words in a language; in English, and marked as such, where Stet has none in it. */
export class Voice {
  private readonly own: PageWords | undefined;
  constructor(language: string) {
    this.own = languages[new Intl.Locale(language).language];
  }

  /** The plain word, for an attribute. */
  plain(name: keyof PageWords): string {
    return (this.own ?? en)[name];
  }

  /** The word as markup. */
  written(name: keyof PageWords): string {
    const words = escapeText(this.plain(name));
    return this.own ? words : `${startTag('span', { lang: 'en', dir: 'ltr' })}${words}</span>`;
  }
}
