import { list, type SpeechForms } from './forms';

export const fr: SpeechForms = {
  language: 'fr',
  verbs: list(
    `a déclaré | a dit | a affirmé | a expliqué | a ajouté | a indiqué | a souligné | a assuré | a estimé | a confié | a lancé |
     a précisé | a raconté | a répondu | a reconnu | a rappelé | a insisté | a prévenu | a averti | a écrit | a annoncé | a conclu |
     a martelé | a regretté | a dénoncé | a promis | a demandé | a commenté | avait déclaré | avait dit | déclare | dit | affirme |
     explique | ajoute | indique | souligne | assure | estime | confie | lance | précise | raconte | répond | reconnaît | rappelle |
     insiste | prévient | avertit | écrit | annonce | conclut | martèle | regrette | dénonce | promet | demande | commente | déclarait |
     disait | expliquait | résume | poursuit | se souvient | s’inquiète | se réjouit`,
  ),
  before: list('selon | d’après | pour | aux yeux de | de l’avis de'),
  after: [],
  pronouns: list('il | elle | ils | elles | Il | Elle'),
  honorifics: list('M. | Mme | Mlle | MM. | Mmes | Me | Dr | Pr'),
  titles: list(
    `le président | la présidente | le ministre | la ministre | le maire | la maire | le premier ministre | la première ministre |
     le député | la députée | le professeur | la professeure | le docteur | le général | le préfet | la préfète`,
  ),
  articles: list('le | la | l’ | les | un | une | Le | La | L’ | Un | Une'),
  openers: list(
    `Le | La | Les | Un | Une | Des | Du | De | Dans | Sur | En | À | Au | Aux | Avec | Pour | Par | Mais | Et | Ou | Donc | Car | Puis |
     Après | Avant | Quand | Lorsque | Selon | Hier | Aujourd’hui | Demain | Il | Elle | Ils | Elles | On | Nous | Je | Tu | Vous | Ce | Cet |
     Cette | Ces | Son | Sa | Ses | Leur | Leurs | Si | Comme | Depuis | Pendant | Lundi | Mardi | Mercredi | Jeudi | Vendredi | Samedi |
     Dimanche | Janvier | Février | Mars | Avril | Mai | Juin | Juillet | Août | Septembre | Octobre | Novembre | Décembre | Interrogé |
     Interrogée | Pourtant | Alors | Ainsi | Enfin | Même | Tout | Tous | Chez | Entre | Sans`,
  ),
  notRoles: list(
    `qui | en | à | dans | lors | après | ajoutant | au | aux | avec | et | mais | ou | ce | sur | avant | dont | où | lorsque | quand | pour | interrogé | interrogée | se`,
  ),
  relatives: list('qui | dont | que'),
};
