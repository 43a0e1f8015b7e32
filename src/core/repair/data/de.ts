import { set, type LanguageForms } from './forms';

export const de: LanguageForms = {
  language: 'de',
  functionWords: {
    first: set(
      'der die das den dem des ein eine einen einem einer eines und oder aber dass weil wenn als wie auch nicht noch nur schon sehr mit von vom zum zur bei beim im am aus nach seit vor für gegen ohne um durch über unter zwischen hat haben hatte hatten ist sind war waren wird werden wurde wurden sagte sagt sich sein seine seinen seiner ihr ihre ihren ihrer kein keine dieser diese dieses jeder jede jedes zu auf in an',
    ),
    last: set(
      'und oder dass weil nicht hat haben hatte hatten sind waren wird wurde wurden sagte sich eine einen einem für gegen über zwischen durch',
    ),
  },
  particles: set(''),
  withParticles: set(''),
  nameBeginnings: set('mc mac o de di da du del la le van fitz al el ben bin ibn abu i e m d l x u my'),
  innerCapitals: set('macos ios easyjet airbaltic'),
  closedEndings: [],
  abstractEndings: [],
  formation: { prefixes: [], endings: /(?:s|n|en|er|es|e)$/u },
  doubled: set('die der das den dem sie ist sehr nein ja ganz so viel weit immer nie ach ha na nach wieder und'),
  neverDoubled: set(
    'ein eine einen einem einer und oder dass weil mit von vom zum zur bei beim im am aus für gegen ohne durch über unter hat haben hatte sind war waren wird werden wurde sich nicht auch auf in an',
  ),
  conjunctions: set('und oder bis beziehungsweise bzw sowie noch als'),
  saying: set(
    'sagte sagt sagten erklärte erklärt betonte betont kündigte warnte warnt forderte fordert kritisierte kritisiert berichtete bestätigte teilte räumte versicherte behauptete antwortete wies meinte ergänzte mahnte lobte beklagte bedauerte versprach',
  ),
  sources: set('laut zufolge angaben fragte schrieb schreibt rief meint findet fand glaubt urteilte fügte hieß heißt gab'),
};
