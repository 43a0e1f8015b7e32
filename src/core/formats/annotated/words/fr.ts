import type { CopyWords } from './copyWords';

export const fr: CopyWords = {
  mark: 'Copie annotée – confidentiel – ne pas publier',
  author: ['Copie annotée', 'CA'],
  untitled: 'Sans titre',
  colon: '\u202f: ',
  quotes: ['«\u202f', '\u202f»'],
  status: 'État',
  statuses: { draft: 'brouillon', editing: 'en relecture', ready: 'prêt', published: 'publié', killed: 'abandonné' },
  articleNotes: 'Notes privées de l’article',
  annotations: 'Annotations',
  toWords: 'Aller au passage',
  findings: {
    failed: 'Les vérifications n’ont pas pu être faites pour cette copie',
    none: 'Les vérifications n’ont plus rien à signaler',
    open: 'Ce que les vérifications signalent encore',
  },
  levels: { error: 'Erreur', warning: 'Avertissement', hint: 'Remarque' },
  nameLeftOut: '[nom omis]',
  addressLeftOut: '[adresse omise]',
  nobody: 'Personne n’est nommé',
  noTerms: 'Aucune condition notée',
  emptyNote: 'Marqué, sans texte',
  detailsLeftOut: 'La source, le jour, l’enregistrement et les mots d’origine',
  labels: {
    who: 'Qui l’a dit',
    terms: 'Conditions',
    check: 'Vérification',
    baseline: 'Mots vérifiés',
    against: 'Vérifié d’après',
    minute: 'Minute',
    original: 'Dans la langue d’origine',
    source: 'Source',
    address: 'Adresse',
    hiddenAddress: 'Adresse, exclue des exports',
    saidOn: 'Dit le',
    kind: 'Nature',
    note: 'Note',
    leftOut: 'Omis aussi',
  },
  terms: {
    on: 'Peut être cité et nommé',
    background: 'Sans attribution\u202f: publiable sans le nom',
    off: 'CONFIDENTIEL (OFF)\u202f: ne pas publier',
  },
  states: {
    unchecked: 'Non vérifié',
    checked: 'Les mots sont tels qu’ils ont été vérifiés',
    edited: 'Depuis la vérification, les mots ont seulement été abrégés ou précisés entre crochets',
    changed: 'LES MOTS ONT CHANGÉ depuis la vérification',
  },
  kinds: { inline: 'Mots dans une phrase', block: 'Citation en bloc' },
  guards: {
    off: 'À PROTÉGER\u202f: propos tenus en off. Ni ces mots ni leur auteur ne sont à publier.',
    named: 'À PROTÉGER\u202f: propos sans attribution, et la page nomme la source sous les mots.',
    background: 'À PROTÉGER\u202f: propos sans attribution. La source ne doit pas être nommée.',
  },
  counted: {
    quotations: (count, checked, changed, unchecked) =>
      count === 0
        ? 'Aucune citation.'
        : `${count} ${count === 1 ? 'citation' : 'citations'}\u202f: vérifiées ${checked}, modifiées depuis ${changed}, non vérifiées ${unchecked}.`,
    guarded: (count, leftOut) =>
      `${count} ${count === 1 ? 'citation n’est pas attribuable' : 'citations ne sont pas attribuables'}${leftOut ? '\u202f; leurs auteurs sont omis de cette copie' : ''}.`,
    notes: (count) => `Notes privées sur des mots\u202f: ${count}.`,
  },
};
