/** Lines that sites put between the paragraphs of an article, by what they are. Compared without regard to case, the whole line. */
export interface SiteLines {
  /** Names of networks and verbs of sharing: a line of nothing else is a share bar. */
  share: readonly string[];
  /** Whole lines that mark an advertisement. */
  advertisement: readonly string[];
  /** How a line begins that asks for an address. */
  newsletter: readonly string[];
  /** Other whole lines of a page's frame. */
  frame: readonly string[];
}

const networks = [
  'facebook', 'twitter', 'x', 'whatsapp', 'linkedin', 'pinterest', 'telegram', 'reddit', 'bluesky', 'threads', 'mastodon', 'messenger',
  'instagram', 'e-mail', 'email', 'mail', 'xing', 'copy link', 'flipboard', 'pocket', 'tumblr',
]; // prettier-ignore

/** All languages at once: a page in one language often stands in the frame of another. */
export const siteLines: SiteLines = {
  share: [
    ...networks,
    ...[
      'share',
      'share this',
      'share this article',
      'share this story',
      'share on',
      'tweet',
      'print',
      'save',
      'follow us on',
      'send',
    ],
    ...[
      'partager',
      'partager sur',
      'partager cet article',
      'partagez',
      'imprimer',
      'enregistrer',
      'envoyer',
      'tweeter',
      'suivez-nous sur',
    ],
    ...[
      'teilen',
      'teilen auf',
      'artikel teilen',
      'drucken',
      'merken',
      'twittern',
      'versenden',
      'per e-mail teilen',
      'folgen sie uns auf',
    ],
    ...[
      'compartir',
      'compartir en',
      'comparte',
      'comparte esta noticia',
      'imprimir',
      'guardar',
      'enviar',
      'tuitear',
      'síguenos en',
    ],
    ...[
      'condividi',
      'condividi su',
      'stampa',
      'salva',
      'invia',
      'partilhar',
      'compartilhar',
      'compartilhe',
      'delen',
      'deel dit artikel',
    ],
  ],
  advertisement: [
    ...['advertisement', 'advertising', 'advert', 'sponsored', 'sponsored content', 'story continues below advertisement'],
    ...['article continues below advertisement', 'article continues after advertisement', 'advertisement - scroll to continue'],
    ...['publicité', 'la suite après cette publicité', 'la suite après la publicité', 'contenu sponsorisé', 'annonce'],
    ...['anzeige', 'werbung', 'weiter nach der anzeige', 'der artikel geht nach der anzeige weiter', 'advertorial'],
    ...[
      'publicidad',
      'anuncio',
      'continúa después de la publicidad',
      'contenido patrocinado',
      'la noticia continúa tras la publicidad',
    ],
    ...['pubblicità', "l'articolo continua dopo la pubblicità", 'publicidade', 'continua após a publicidade', 'advertentie'],
  ],
  newsletter: [
    ...['sign up for our', 'sign up to our', 'sign up for the', 'subscribe to our', 'get our newsletter', 'get the newsletter'],
    ...[
      'inscrivez-vous à notre',
      'inscrivez-vous à la newsletter',
      'abonnez-vous à notre',
      'recevez notre newsletter',
      'recevez la newsletter',
    ],
    ...[
      'abonnieren sie unseren',
      'abonnieren sie den newsletter',
      'jetzt newsletter',
      'melden sie sich für unseren newsletter',
      'newsletter abonnieren',
    ],
    ...[
      'suscríbete a nuestra',
      'suscríbete a nuestro',
      'suscríbase a nuestra',
      'suscríbase a nuestro',
      'apúntate a nuestra newsletter',
      'recibe nuestra newsletter',
    ],
    ...[
      'iscriviti alla nostra newsletter',
      'iscriviti alla newsletter',
      'assine nossa newsletter',
      'subscreva a nossa newsletter',
      'schrijf je in voor onze nieuwsbrief',
    ],
  ],
  frame: [
    ...[
      'skip to content',
      'skip to main content',
      'leave a comment',
      'view comments',
      'show comments',
      'read in app',
      'open in app',
    ],
    ...[
      'accept all cookies',
      'cookie settings',
      'manage preferences',
      'back to top',
      'report a problem with this article',
      'recommended for you',
    ],
    ...[
      'aller au contenu',
      'laisser un commentaire',
      'voir les commentaires',
      'tout accepter',
      'lire dans l’application',
      'retour en haut de page',
    ],
    ...[
      'zum inhalt springen',
      'zum hauptinhalt springen',
      'kommentar schreiben',
      'kommentare anzeigen',
      'alle akzeptieren',
      'zum seitenanfang',
    ],
    ...[
      'saltar al contenido',
      'ir al contenido',
      'deja un comentario',
      'ver comentarios',
      'aceptar todas las cookies',
      'volver arriba',
    ],
  ],
};
