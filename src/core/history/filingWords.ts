/** What an advisory counts: blocks by what a desk calls them. */
export type CountedBlock =
  'paragraph' | 'heading' | 'quote' | 'pullQuote' | 'factBox' | 'table' | 'figure' | 'related' | 'embed' | 'list';

/** The words, in one language, of the line for a desk and of a drafted correction. */
export interface FilingWords {
  updates: string;
  corrects: string;
  /** Between the parts of the line. */
  between: string;
  and: string;
  added: string;
  removed: string;
  changed: string;
  moved: string;
  kicker: string;
  headline: string;
  standfirst: string;
  byline: string;
  leadImage: string;
  blocks: Readonly<Record<CountedBlock, readonly [one: string, many: string]>>;
  /** Sentences of a correction around the words that were printed and those that should have been. */
  said: (was: string, is: string) => string;
  alsoSaid: (was: string, is: string) => string;
}

const en: FilingWords = {
  updates: 'UPDATES:',
  corrects: 'CORRECTS:',
  between: '; ',
  and: ' and ',
  added: 'adds',
  removed: 'removes',
  changed: 'changes',
  moved: 'moves',
  kicker: 'new kicker',
  headline: 'new headline',
  standfirst: 'new standfirst',
  byline: 'new byline',
  leadImage: 'new lead image',
  blocks: {
    paragraph: ['paragraph', 'paragraphs'],
    heading: ['crosshead', 'crossheads'],
    quote: ['quotation', 'quotations'],
    pullQuote: ['pull quote', 'pull quotes'],
    factBox: ['fact box', 'fact boxes'],
    table: ['table', 'tables'],
    figure: ['picture', 'pictures'],
    related: ['“read also”', '“read also” lines'],
    embed: ['link card', 'link cards'],
    list: ['list', 'lists'],
  },
  said: (was, is) => `An earlier version of this article said ${was}; it should have said ${is}.`,
  alsoSaid: (was, is) => `It also said ${was}; it should have said ${is}.`,
};

const languages: Readonly<Record<string, FilingWords>> = {
  en,
  fr: {
    updates: 'MISE À JOUR\u202f:',
    corrects: 'RECTIFICATIF\u202f:',
    between: '\u202f; ',
    and: ' et ',
    added: 'ajoute',
    removed: 'retire',
    changed: 'modifie',
    moved: 'déplace',
    kicker: 'nouveau surtitre',
    headline: 'nouveau titre',
    standfirst: 'nouveau chapô',
    byline: 'nouvelle signature',
    leadImage: 'nouvelle image principale',
    blocks: {
      paragraph: ['paragraphe', 'paragraphes'],
      heading: ['intertitre', 'intertitres'],
      quote: ['citation', 'citations'],
      pullQuote: ['exergue', 'exergues'],
      factBox: ['encadré', 'encadrés'],
      table: ['tableau', 'tableaux'],
      figure: ['image', 'images'],
      related: ['renvoi', 'renvois'],
      embed: ['carte de lien', 'cartes de lien'],
      list: ['liste', 'listes'],
    },
    said: (was, is) => `Une version antérieure de cet article indiquait ${was}\u202f; il fallait lire ${is}.`,
    alsoSaid: (was, is) => `Elle indiquait aussi ${was}\u202f; il fallait lire ${is}.`,
  },
  de: {
    updates: 'AKTUALISIERT:',
    corrects: 'BERICHTIGT:',
    between: '; ',
    and: ' und ',
    added: 'neu:',
    removed: 'gestrichen:',
    changed: 'geändert:',
    moved: 'verschoben:',
    kicker: 'neue Dachzeile',
    headline: 'neue Überschrift',
    standfirst: 'neuer Vorspann',
    byline: 'neue Autorenzeile',
    leadImage: 'neues Aufmacherbild',
    blocks: {
      paragraph: ['Absatz', 'Absätze'],
      heading: ['Zwischentitel', 'Zwischentitel'],
      quote: ['Zitat', 'Zitate'],
      pullQuote: ['herausgestelltes Zitat', 'herausgestellte Zitate'],
      factBox: ['Faktenkasten', 'Faktenkästen'],
      table: ['Tabelle', 'Tabellen'],
      figure: ['Bild', 'Bilder'],
      related: ['Verweis', 'Verweise'],
      embed: ['Linkkarte', 'Linkkarten'],
      list: ['Liste', 'Listen'],
    },
    said: (was, is) => `In einer früheren Fassung dieses Artikels hieß es ${was}; richtig ist ${is}.`,
    alsoSaid: (was, is) => `Außerdem hieß es ${was}; richtig ist ${is}.`,
  },
  es: {
    updates: 'ACTUALIZACIÓN:',
    corrects: 'CORRECCIÓN:',
    between: '; ',
    and: ' y ',
    added: 'añade',
    removed: 'suprime',
    changed: 'modifica',
    moved: 'desplaza',
    kicker: 'nuevo antetítulo',
    headline: 'nuevo titular',
    standfirst: 'nueva entradilla',
    byline: 'nueva firma',
    leadImage: 'nueva imagen principal',
    blocks: {
      paragraph: ['párrafo', 'párrafos'],
      heading: ['ladillo', 'ladillos'],
      quote: ['cita', 'citas'],
      pullQuote: ['destacado', 'destacados'],
      factBox: ['cuadro de datos', 'cuadros de datos'],
      table: ['tabla', 'tablas'],
      figure: ['imagen', 'imágenes'],
      related: ['enlace relacionado', 'enlaces relacionados'],
      embed: ['tarjeta de enlace', 'tarjetas de enlace'],
      list: ['lista', 'listas'],
    },
    said: (was, is) => `Una versión anterior de este artículo decía ${was}; debía decir ${is}.`,
    alsoSaid: (was, is) => `También decía ${was}; debía decir ${is}.`,
  },
  it: {
    updates: 'AGGIORNAMENTO:',
    corrects: 'RETTIFICA:',
    between: '; ',
    and: ' e ',
    added: 'aggiunge',
    removed: 'toglie',
    changed: 'modifica',
    moved: 'sposta',
    kicker: 'nuovo occhiello',
    headline: 'nuovo titolo',
    standfirst: 'nuovo sommario',
    byline: 'nuova firma',
    leadImage: 'nuova immagine di apertura',
    blocks: {
      paragraph: ['paragrafo', 'paragrafi'],
      heading: ['titoletto', 'titoletti'],
      quote: ['citazione', 'citazioni'],
      pullQuote: ['citazione in evidenza', 'citazioni in evidenza'],
      factBox: ['riquadro', 'riquadri'],
      table: ['tabella', 'tabelle'],
      figure: ['immagine', 'immagini'],
      related: ['rimando', 'rimandi'],
      embed: ['scheda di link', 'schede di link'],
      list: ['elenco', 'elenchi'],
    },
    said: (was, is) => `Una versione precedente di questo articolo riportava ${was}; la versione corretta è ${is}.`,
    alsoSaid: (was, is) => `Riportava inoltre ${was}; la versione corretta è ${is}.`,
  },
  pt: {
    updates: 'ATUALIZAÇÃO:',
    corrects: 'CORREÇÃO:',
    between: '; ',
    and: ' e ',
    added: 'acrescenta',
    removed: 'retira',
    changed: 'altera',
    moved: 'desloca',
    kicker: 'novo antetítulo',
    headline: 'novo título',
    standfirst: 'nova entrada',
    byline: 'nova assinatura',
    leadImage: 'nova imagem principal',
    blocks: {
      paragraph: ['parágrafo', 'parágrafos'],
      heading: ['intertítulo', 'intertítulos'],
      quote: ['citação', 'citações'],
      pullQuote: ['destaque', 'destaques'],
      factBox: ['caixa de dados', 'caixas de dados'],
      table: ['tabela', 'tabelas'],
      figure: ['imagem', 'imagens'],
      related: ['ligação relacionada', 'ligações relacionadas'],
      embed: ['cartão de ligação', 'cartões de ligação'],
      list: ['lista', 'listas'],
    },
    said: (was, is) => `Uma versão anterior deste artigo dizia ${was}; devia dizer ${is}.`,
    alsoSaid: (was, is) => `Dizia também ${was}; devia dizer ${is}.`,
  },
  nl: {
    updates: 'BIJGEWERKT:',
    corrects: 'GECORRIGEERD:',
    between: '; ',
    and: ' en ',
    added: 'nieuw:',
    removed: 'geschrapt:',
    changed: 'gewijzigd:',
    moved: 'verplaatst:',
    kicker: 'nieuwe bovenkop',
    headline: 'nieuwe kop',
    standfirst: 'nieuwe intro',
    byline: 'nieuwe auteursregel',
    leadImage: 'nieuwe openingsfoto',
    blocks: {
      paragraph: ['alinea', 'alinea’s'],
      heading: ['tussenkop', 'tussenkoppen'],
      quote: ['citaat', 'citaten'],
      pullQuote: ['uitgelicht citaat', 'uitgelichte citaten'],
      factBox: ['kader', 'kaders'],
      table: ['tabel', 'tabellen'],
      figure: ['afbeelding', 'afbeeldingen'],
      related: ['verwijzing', 'verwijzingen'],
      embed: ['linkkaart', 'linkkaarten'],
      list: ['lijst', 'lijsten'],
    },
    said: (was, is) => `In een eerdere versie van dit artikel stond ${was}; dat moet zijn ${is}.`,
    alsoSaid: (was, is) => `Ook stond er ${was}; dat moet zijn ${is}.`,
  },
};

/** The words for an article of a language (BCP 47); English, with `known` false, where Stet has none in it. */
export function filingWords(language: string): FilingWords & { known: boolean } {
  const found = languages[new Intl.Locale(language).language];
  return { ...(found ?? en), known: found !== undefined };
}
