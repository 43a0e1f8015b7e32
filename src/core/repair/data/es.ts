import { set, type LanguageForms } from './forms';

/** Spanish: without a list of words, so what needs one stays silent. */
export const es: LanguageForms = {
  language: 'es',
  functionWords: {
    first: set(
      'el la los las un una unos unas de del al en con por para sin sobre entre hasta desde hacia según que qué quien cual cuando donde como pero sino aunque porque si no ni y o es son era eran fue fueron ha han había habían está están este esta estos estas ese esa esos esas su sus muy más menos ya también se le les lo me nos',
    ),
    last: set(
      'de del en con por para sin sobre entre hasta desde que cuando donde como pero aunque porque y es son fue ha han su sus',
    ),
  },
  particles: set('a'),
  withParticles: set(''),
  nameBeginnings: set('mc mac o de di da du del della la el los las al van von ben bin ibn abu san santa fitz i e m d l x u su'),
  innerCapitals: set('macos ios easyjet airbaltic'),
  closedEndings: [],
  abstractEndings: [],
  formation: { prefixes: [], endings: /(?:s|es|a|o|as|os)$/u },
  doubled: set('no sí muy ya bien casi poco tan tanto mucho nunca siempre nada todo luego pronto ay ja bla nos se'),
  neverDoubled: set(
    'el la los las un una de del al en con por para sin sobre entre hasta desde que y o pero su sus es son fue ha han está están como cuando este esta',
  ),
  conjunctions: set('y e o u ni a'),
  saying: set(
    'dijo dice dicen dijeron declaró declara afirmó afirma aseguró asegura añadió añade explicó explica señaló señala anunció anuncia advirtió advierte denunció denuncia criticó reconoció admitió negó insistió insiste confirmó confirma sostuvo sostiene pidió exigió prometió recordó respondió contestó lamentó subrayó manifestó acusó calificó informó indicó',
  ),
  sources: set('según preguntó escribió escribe opina cree concluyó zanjó comentó contó relató apuntó precisó matizó resumió'),
};
