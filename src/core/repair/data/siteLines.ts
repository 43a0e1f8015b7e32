import { set } from './forms';

/**
 * The words that a site's own lines are made of, all languages at once: a page in one language often stands in the frame of
 * another. Lower case, apostrophes straight. A line of nothing but these words is the site's, where it has the words that tell.
 */
export const share = {
  networks: set(
    'facebook twitter x whatsapp linkedin pinterest telegram reddit bluesky threads mastodon messenger instagram e-mail email mail mails xing flipboard pocket tumblr tiktok youtube signal threema sms rss',
  ),
  /** Enough alone. */
  alone: set(
    'share tweet partager partagez tweeter teilen twittern compartir comparte tuitear condividi partilhar compartilhar compartilhe delen',
  ),
  verbs: set(
    'share tweet print save send follow post copy click publish email forward recommend bookmark like partager partagez imprimer enregistrer envoyer tweeter copier suivez suivre publier cliquez recommander transférer aimer offrir teilen drucken merken twittern versenden kopieren folgen klicken senden posten verschicken empfehlen weiterleiten weitersagen verschenken speichern compartir comparte imprimir guardar enviar tuitear síguenos copiar condividi stampa salva invia seguici partilhar compartilhar compartilhe delen deel',
  ),
  /** What is shared. */
  things: set(
    'article story post page link this us media social networks piece video feed channel newsletter whatsapp-channel article cet cette lien publication nous page réseaux sociaux chaîne compte comptes artikel beitrag seite diesen link uns diese dieser text netzwerken netzwerk soziale sozialen medien kanal seiten noticia artículo enlace esta este articolo dit artigo',
  ),
  filler: set(
    'on to via by with and the a in friends and your it of friend for now as url someone colleague from our using sur par avec et le la ce un vos amis pour les l d de des ami collègue ou une en votre notre nos auf mit und den per um zu sie jetzt zum in freunden als der die das bei oder einem freund hier unserem unserer via freunden en con y el por su e di il o em het op',
  ),
};

export const advertisement = {
  /** Enough alone. */
  alone: set(
    'ad advertisement advertising advert advertorial sponsored publicité anzeige werbung publicidad anuncio pubblicità publicidade advertentie annonce',
  ),
  marks: set(
    'ad ads promoted promotion promotional sponsor sponsors promotionnel promotionnelle publicite annonces pub gesponsorte werbeanzeige advertisement advertisements advertising advert advertorial sponsored publicité publicités sponsorisé sponsorisée sponsorisés sponsorisées gesponserten anzeige anzeigen werbung gesponsert gesponserter gesponserte publicidad anuncio patrocinado pubblicità publicidade advertentie',
  ),
  /** "continues below", "la suite ci-dessous": it goes on somewhere. */
  goingOn: set('continue continues continued suite continue weiter fortgesetzt continúa sigue prosegue continua'),
  where: set(
    'below after reading underneath following ci-dessous après unten nach weiterlesen dem danach darunter unterhalb abajo tras después dopo após',
  ),
  filler: set(
    'the this story article content skip remove by scroll to paid partner from our is it please read keep hide feedback your you see post why are reading for about more close report on la le de cet cette un contenu payant passer fermer par lire partenaire votre lecture l à cette ci en savoir plus les vos des pour continuer der die das dieser artikel beitrag geht wird inhalt bezahlter überspringen ausblenden lesen sie mit text entfernen empfohlener redaktioneller externer hier post nach schließen warum sehen ich l la el de esta noticia contenido artículo il o articolo',
  ),
  /** "Sponsored by Northern Rail". */
  named:
    /^(?:sponsored by|in partnership with|presented by|sponsorisé par|en partenariat avec|gesponsert von|präsentiert von|anzeige:|advertisement:|publicité ?:|patrocinado por|presentado por)\s*(?=\p{L})/iu,
};

export const subscribing = {
  /** How a request begins. */
  starts: set(
    "sign subscribe get join receive enter enjoying try log unlock register unlimited inscrivez abonnez recevez entrez saisissez s'inscrire s'abonner découvrez soutenez profitez abonnieren suscríbete suscríbase apúntate recibe regístrate únete introduce hazte iscriviti ricevi assine subscreva receba schrijf ontvang abonneer",
  ),
  /** German begins so too, where "Sie" follows. */
  polite: set('melden erhalten geben bestellen lesen holen sichern abonnieren testen tragen'),
  /** These begin sentences of a story as well: only believed in a few words without a full stop. */
  loose: set('already déjà bereits ya jetzt hier zum zur newsletter inscription je unser unsere notre our'),
  /** What is asked for. */
  things: set(
    'newsletter newsletters inbox briefing emails alerts ad-free subscribe subscriber subscribers subscription subscriptions membership journalism paywall email abonné abonnés abonnée abonnez abonnement abonne abonner e-mail mail mails alertes rédaction infolettre newsletter abonnieren abonnent abonnentin abonnenten abonnement abo monatsabo probeabo jahresabo digitalabo registrierung e-mail-adresse newsletters anmeldung redaktion postfach boletín newsletter suscríbete suscripción suscriptor correo periodismo newsletter nieuwsbrief abbonamento assinatura',
  ),
  /** What a request says in the middle, however it begins: "To continue reading, subscribe now". */
  anywhere:
    /\b(?:subscribe (?:now|today|for|here)|(?:for|to) subscribers only|sign up (?:now|today|here)|in(?:to)? your inbox|to (?:continue|keep) reading|abonnez-vous|inscrivez-vous|connectez-vous|réservée? (?:à nos|aux) abonnés|dans votre boîte (?:mail|aux lettres)|pour lire la suite|jetzt (?:abonnieren|anmelden|weiterlesen|registrieren|testen)|nur für abonnent(?:en|innen)|in ihr (?:e-mail-)?postfach|ein abo(?:nnement)? ab\b|um weiterzulesen|suscríbete|solo para suscriptores|para seguir leyendo|inicia sesión|en tu correo)/u,
  phrases: ['mailing list', 'log in', "lettre d'information", 'unlimited access', 'boîte mail'],
};

export const frame = {
  comments: {
    marks: set(
      'comment comments commentaire commentaires kommentar kommentare comentario comentarios commenti commento comentários reacties',
    ),
    acts: set(
      'leave add post view show hide see read load write join closed off laisser ajouter voir lire afficher masquer fermés écrire publier réagir disabled open sort newest oldest turned poster rédiger consulter réagissez commenter schreiben verfassen lesen anzeigen ausblenden hinzufügen geschlossen abgeben deja dejar escribe ver mostrar cerrados añadir',
    ),
    filler: set(
      'a an all the your be first to are on this article no 0 un une tous les des le sont votre alle zum einen den dem artikel keine sind et das ist die de un los todos una tu',
    ),
  },
  cookies: {
    marks: set('cookie cookies cookie-einstellungen cookie-richtlinie'),
    acts: set(
      'accept manage settings preferences policy reject allow accepter gérer paramètres politique refuser paramétrer akzeptieren einstellungen ablehnen verwalten zulassen cookie-einstellungen cookie-richtlinie aceptar gestionar configurar rechazar política',
    ),
    filler: set('all our the your only necessary essential tous les mes vos nos de des alle nur notwendige die las todas'),
  },
  /** "Skip to main content". */
  skip: /^(?:skip|jump|go|aller|passer|sauter|zum|zur|direkt|saltar|ir|vai|ga)\b.{0,20}\b(?:content|navigation|menu|search|footer|contenu(?: principal)?|menu|recherche|inhalt|hauptinhalt|suche|menü|springen|contenido|contenuto|inhoud)$/u,
  /** Whole lines. */
  lines: set(
    [
      'back_to_top return_to_top recommended_for_you recommended_stories more_stories more_from_this_section more_on_this_topic most_read most_popular most_viewed trending trending_now top_stories latest_news load_more show_more view_more see_more',
      'related_topics related_articles related_stories related_content read_next up_next listen_to_this_story listen_to_article watch_now watch_live about_the_author more_like_this topics_in_this_story explore_more sign_up follow_us contact_us about_us terms_and_conditions privacy_notice read_more_stories you_might_also_like you_may_also_like read_in_app open_in_app join_the_conversation accept_all manage_preferences privacy_policy terms_of_use report_a_problem_with_this_article report_this_content report_an_error report_a_problem sign_in log_in my_account all_rights_reserved listen_to_this_article give_feedback',
      "sur_le_même_sujet sur_le_même_thème à_lire_aussi à_lire_ensuite plus_d'articles articles_liés articles_similaires à_voir_aussi les_plus_partagés écouter_cet_article à_propos_de_l'auteur nous_contacter conditions_générales politique_de_confidentialité voir_tous_les_articles lire_plus_tard ajouter_à_vos_favoris tout_accepter lire_dans_l'application retour_en_haut_de_page retour_en_haut voir_plus afficher_plus charger_plus les_plus_lus les_plus_lus_du_moment signaler_une_erreur signaler_un_problème recommandé_pour_vous sur_le_même_sujet_: se_connecter mon_compte mentions_légales tous_droits_réservés écouter_l'article dans_la_même_rubrique",
      'mehr_zum_thema weitere_artikel als_nächstes_lesen artikel_vorlesen_lassen artikel_vorlesen ähnliche_artikel das_könnte_sie_auch_interessieren lesen_sie_auch auch_interessant zum_thema themen_in_diesem_artikel über_den_autor über_die_autorin weitere_nachrichten alle_artikel_anzeigen auf_die_merkliste zur_merkliste impressum alle_akzeptieren zum_seitenanfang nach_oben meistgelesen am_meisten_gelesen mehr_laden mehr_anzeigen fehler_melden problem_melden empfohlen_für_sie in_der_app_lesen anmelden_oder_registrieren alle_rechte_vorbehalten artikel_anhören mehr_zum_thema_anzeigen mein_konto',
      'aceptar_todas volver_arriba lo_más_leído lo_más_visto ver_más cargar_más mostrar_más informar_de_un_error recomendado_para_ti iniciar_sesión todos_los_derechos_reservados abrir_en_la_aplicación',
    ].join(' '),
  ),
};

/** Words that make a short line without a full stop look like a site's, whatever else stands in it. */
export const telling = set(
  'advertiser advertisers newsletter newsletters subscriber subscribers subscribe comments commented cookies headlines inbox abonnés abonnez-vous abonnez annonceurs commentaires commentés commenter confidentialité favoris abonnieren abonnent abonnenten abonnement kommentare meistkommentiert datenschutz datenschutz-einstellungen favoriten eilmeldungen werbung suscríbete suscriptores boletín comentarios privacidad',
);
