import { linesOf, type SiteCopy } from './siteCopy';

export const frenchSite: SiteCopy = {
  headlines: linesOf(`
    {Name} quitte le conseil de {place}
    Le port de {place} ferme avant l’hiver
    Pourquoi le bac de {place} coûte si cher
    Les infirmières de {place} votent une deuxième grève
    « Personne ne nous a demandé » : les derniers boulangers de {place}
    {place} : le pont rouvre après neuf ans
  `),
  lines: {
    breadcrumb: {
      tuned: linesOf(`
        Accueil > {section} > {headline}
        Accueil » {section}
        Accueil / Actualités / {section}
        Accueil › {section} › {place}
        À la une | {section} | Région
        Accueil > Monde > Europe > {section}
        Accueil > France > {section}
        Accueil • Opinions • {section}
        Page d’accueil / {place}
      `),
      heldOut: linesOf(`
        Accueil > Actualité locale > {section}
        Accueil / {section} / {place}
        Accueil » {section} » {place}
      `),
    },
    'share bar': {
      tuned: linesOf(`
        Partager sur Facebook
        Partager cet article
        Facebook Twitter WhatsApp
        Partager | Tweeter | Imprimer
        Suivez-nous sur Instagram
        Copier le lien
        Partager sur X
        Cliquez pour partager sur WhatsApp
        Envoyer par e-mail
        Partager cette publication sur LinkedIn
        Facebook · X · Reddit · Copier le lien
        Partager Facebook Twitter E-mail
        Partager par mail
        Suivez-nous sur Facebook et X
        Enregistrer Partager Imprimer
        Partagez cet article
        Publier sur X
        Partager via Telegram
        Partager sur Bluesky
        Envoyer cet article
        Partager l’article
        Imprimer cette page
        Partager sur les réseaux sociaux
        Copier le lien de l’article
        Partager avec un ami
        Partager par SMS
      `),
      heldOut: linesOf(`
        Partager cette page
        Partager sur Threads
        Envoyer à un ami
        Facebook | Instagram | YouTube
        Ajouter aux favoris
        Cliquez ici pour partager sur Facebook
        Partager cet article par e-mail
      `),
    },
    advertisement: {
      tuned: linesOf(`
        Publicité
        PUBLICITÉ
        Contenu sponsorisé
        La suite après cette publicité
        L’article continue après la publicité
        – Publicité –
        Contenu partenaire
        Sponsorisé par TotalEnergies
        La suite de l’article après la publicité
        Passer la publicité
        Article sponsorisé
        La suite ci-dessous
        Publicité - lire la suite ci-dessous
        La suite de votre article après cette publicité
        Contenu promotionnel
        Annonce
        PUBLICITE
        L’article continue ci-dessous
      `),
      heldOut: linesOf(`
        Publicité – faites défiler
        Cette publicité se fermera dans 5 secondes
        La suite après la pub
        Liens sponsorisés
        Supprimer les publicités
        La suite de l’article ci-dessous
      `),
    },
    newsletter: {
      tuned: linesOf(`
        Inscrivez-vous à notre newsletter
        Abonnez-vous à notre lettre d’information
        Recevez notre newsletter chaque matin
        S’inscrire à la newsletter
        Déjà abonné ? Connectez-vous
        Inscription à la newsletter
        Abonnez-vous pour lire la suite
        Recevez chaque vendredi le meilleur de la rédaction
        Entrez votre adresse e-mail
        Je m’abonne
        Recevez gratuitement notre newsletter
        Inscrivez-vous pour recevoir nos alertes par mail
        Abonnez-vous dès 1 € par mois
        Pour lire la suite, abonnez-vous
        Toute l’actualité dans votre boîte mail
        Cet article est réservé aux abonnés
      `),
      heldOut: linesOf(`
        Recevez nos alertes info
        Abonnez-vous pour 1 € par semaine
        Recevez l’essentiel de l’actualité par mail
        Rejoignez les lecteurs de notre newsletter
        Il vous reste un article gratuit. Abonnez-vous.
        Contenu réservé aux abonnés
      `),
    },
    'frame of the page': {
      tuned: linesOf(`
        Aller au contenu
        Laisser un commentaire
        Tout accepter
        Retour en haut de page
        Lire les commentaires
        12 commentaires
        Aller au contenu principal
        Ajouter un commentaire
        Gérer les cookies
        Les plus lus
        Voir plus
        Signaler une erreur
        Voir tous les commentaires (14)
        Poster un commentaire
        Afficher 3 commentaires
        Politique de cookies
        Aller au menu
        Sur le même sujet
        Écouter cet article
        À lire ensuite
        Plus d’articles
      `),
      heldOut: linesOf(`
        Soyez le premier à commenter
        Masquer les commentaires
        Vos choix de confidentialité
        Aller au menu principal
        Lire l’article complet
        Les plus commentés
        D’autres articles
        Contacter la rédaction
      `),
    },
    'previous or next': {
      tuned: linesOf(`
        Article précédent : {headline}
        Article suivant {headline}
        Article précédent{headline}
        « Article précédent
        Précédent : {headline}
        Suivant : {headline}
        Prochain article : {headline}
        Article suivant →
        ← Billet précédent : {headline}
        Article suivant{headline}
        Billet précédent : {headline}
        Page suivante
        ‹ Précédent : {headline}
        Publication suivante {headline}
        À suivre : {headline}
      `),
      heldOut: linesOf(`
        Article précédent {headline}
        Suivant ›
        ← {headline}
        Lire l’article suivant
        Précédent : {headline}
      `),
    },
  },
  attributions: {
    tuned: linesOf(`
      — {Name}, {role}
      – {Name}
      Une citation de {Name}, {role}
      -- {Name}, {role}
      Citation : {Name}
      —{Name}, {role} à {place}
      Citation de {Name}, {role}
      Propos de {Name}, {role}
      Paroles de {Name}
      ― {Name} ({role})
      — {Name}, {role} de {place}
      – {Name} –
      Citation d’{Name}
      {Name}, {role}
      Dit par {Name}
      - {Name}, {role}
    `),
    heldOut: linesOf(`
      — {Name}, {role} de la ville
      {Name} ({role})
      Citation de {Name}
      – {Name}, {role} –
      -- {Name}
      Déclaration de {Name}, {role}
    `),
  },
  lookalikes: linesOf(`
    La publicité a été vue par neuf personnes, a dit {Name}.
    Partager ce port avec {place} ne leur plaît pas.
    Facebook n’a pas souhaité commenter.
    Accueil glacial, mardi, pour {Name}.
    Suivant les consignes, chacun est rentré chez soi.
    Les abonnés du théâtre ont demandé leur argent.
    Précédent heureux, le traité de {place} a duré.
    – Vous êtes sûre ?
    Le prochain article du traité est clair.
    Enregistrer une plainte prend des heures, dit {Name}.
    Sponsorisé par personne, il a marché jusqu’à la mer.
    Voir {place} et partir, disait-elle.
  `),
};
