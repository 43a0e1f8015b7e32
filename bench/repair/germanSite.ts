import { linesOf, type SiteCopy } from './siteCopy';

export const germanSite: SiteCopy = {
  headlines: linesOf(`
    {Name} verlässt den Rat von {place}
    Hafen von {place} schließt vor dem Winter
    Warum die Fähre nach {place} so teuer ist
    Pflegekräfte in {place} stimmen für einen zweiten Streik
    „Niemand hat uns gefragt“: die letzten Bäcker von {place}
    {place}: Brücke öffnet nach neun Jahren wieder
  `),
  lines: {
    breadcrumb: {
      tuned: linesOf(`
        Startseite > {section} > {headline}
        Startseite » {section}
        Start / Nachrichten / {section}
        Startseite › {section} › {place}
        Home | {section} | Lokales
        Startseite > Welt > Europa > {section}
        Startseite > Deutschland > {section}
        Startseite • Meinung • {section}
        Home / {place}
      `),
      heldOut: linesOf(`
        Startseite > Lokales > {section}
        Startseite / {section} / {place}
        Startseite » {section} » {place}
      `),
    },
    'share bar': {
      tuned: linesOf(`
        Auf Facebook teilen
        Artikel teilen
        Facebook Twitter WhatsApp
        Teilen | Twittern | Drucken
        Folgen Sie uns auf Instagram
        Link kopieren
        Teilen auf X
        Klicken, um auf WhatsApp zu teilen
        Per E-Mail versenden
        Diesen Beitrag auf LinkedIn teilen
        Facebook · X · Reddit · Link kopieren
        Teilen Facebook Twitter E-Mail
        Per Mail teilen
        Folgen Sie uns auf Facebook und X
        Merken Teilen Drucken
        Jetzt teilen
        Auf X teilen
        Per WhatsApp teilen
        Auf Bluesky teilen
        Artikel per Mail verschicken
        Beitrag teilen
        Diese Seite drucken
        In sozialen Netzwerken teilen
        Link zum Artikel kopieren
        Mit Freunden teilen
        Artikel verschenken
      `),
      heldOut: linesOf(`
        Diese Seite teilen
        Auf Threads teilen
        An einen Freund senden
        Facebook | Instagram | YouTube
        Zu den Favoriten hinzufügen
        Hier klicken, um auf Facebook zu teilen
        Artikel per E-Mail teilen
      `),
    },
    advertisement: {
      tuned: linesOf(`
        Anzeige
        ANZEIGE
        Werbung
        Weiter nach der Anzeige
        Lesen Sie nach der Anzeige weiter
        – Anzeige –
        Gesponserter Inhalt
        Anzeige: BahnCard-Service
        Der Artikel wird nach der Anzeige fortgesetzt
        Werbung überspringen
        Bezahlter Inhalt
        Artikel geht unten weiter
        Anzeige - weiterlesen
        Weiterlesen nach der Anzeige
        Empfohlener redaktioneller Inhalt
        Artikel wird nach der Werbung fortgesetzt
        Sponsored Post
        - Werbung -
      `),
      heldOut: linesOf(`
        Anzeige – bitte scrollen
        Diese Anzeige schließt in 5 Sekunden
        Nach der Werbung geht es weiter
        Gesponserte Links
        Werbung entfernen
        Weiter geht es unten
      `),
    },
    newsletter: {
      tuned: linesOf(`
        Abonnieren Sie unseren Newsletter!
        Jetzt Newsletter bestellen
        Melden Sie sich für unseren Newsletter an
        Newsletter abonnieren
        Bereits Abonnent? Jetzt anmelden
        Zum Newsletter anmelden
        Hier geht es zur Anmeldung für unseren Newsletter
        Erhalten Sie jeden Freitag das Beste aus der Redaktion
        Jetzt abonnieren und weiterlesen
        Geben Sie Ihre E-Mail-Adresse ein
        Unser kostenloser Newsletter
        Melden Sie sich jetzt an und erhalten Sie unseren Newsletter
        Jetzt weiterlesen mit dem Monatsabo
        Um weiterzulesen, schließen Sie ein Abo ab
        Alle Nachrichten direkt in Ihr Postfach
        Dieser Artikel ist nur für Abonnenten
      `),
      heldOut: linesOf(`
        Erhalten Sie unsere Eilmeldungen
        Für 1 € pro Woche abonnieren
        Die wichtigsten Nachrichten per E-Mail
        Schon Abonnent? Hier anmelden
        Sie haben noch einen freien Artikel. Jetzt abonnieren.
        Inhalt nur für Abonnenten
      `),
    },
    'frame of the page': {
      tuned: linesOf(`
        Zum Inhalt springen
        Kommentar schreiben
        Alle akzeptieren
        Zum Seitenanfang
        Kommentare lesen
        12 Kommentare
        Zur Navigation springen
        Kommentar verfassen
        Cookie-Einstellungen
        Meistgelesen
        Mehr laden
        Fehler melden
        Alle Kommentare anzeigen (14)
        Einen Kommentar schreiben
        3 Kommentare anzeigen
        Cookie-Richtlinie
        Zum Menü springen
        Mehr zum Thema
        Artikel vorlesen lassen
        Als Nächstes lesen
        Weitere Artikel
      `),
      heldOut: linesOf(`
        Schreiben Sie den ersten Kommentar
        Kommentare ausblenden
        Datenschutz-Einstellungen
        Zum Hauptmenü springen
        Den ganzen Artikel lesen
        Meistkommentiert
        Weitere Meldungen
        Kontakt zur Redaktion
      `),
    },
    'previous or next': {
      tuned: linesOf(`
        Vorheriger Artikel: {headline}
        Nächster Artikel {headline}
        Vorheriger Artikel{headline}
        « Voriger Beitrag
        Zurück: {headline}
        Nächster Beitrag: {headline}
        Voriger Artikel{headline}
        Nächster Artikel →
        ← Vorheriger Beitrag: {headline}
        Weiter: {headline}
        Voriger Beitrag: {headline}
        Nächste Seite
        ‹ Zurück: {headline}
        Neuerer Beitrag {headline}
        Lesen Sie als Nächstes: {headline}
      `),
      heldOut: linesOf(`
        Vorheriger Artikel {headline}
        Weiter ›
        ← {headline}
        Zum nächsten Artikel
        Zurück: {headline}
      `),
    },
  },
  attributions: {
    tuned: linesOf(`
      — {Name}, {role}
      – {Name}
      Ein Zitat von {Name}, {role}
      -- {Name}, {role}
      Zitat: {Name}
      —{Name}, {role} in {place}
      Zitat von {Name}, {role}
      Gesagt von {Name}, {role}
      Worte von {Name}
      ― {Name} ({role})
      — {Name}, {role} aus {place}
      – {Name} –
      Zitat von {Name}
      {Name}, {role}
      So {Name}
      - {Name}, {role}
    `),
    heldOut: linesOf(`
      — {Name}, {role} der Stadt
      {Name} ({role})
      Zitat von {Name}
      – {Name}, {role} –
      -- {Name}
      Aussage von {Name}, {role}
    `),
  },
  lookalikes: linesOf(`
    Die Anzeige sahen neun Menschen, sagte {Name}.
    Teilen will den Hafen niemand.
    Facebook wollte sich nicht äußern.
    Start und Ziel ist der Marktplatz von {place}.
    Weiter will {Name} nicht gehen.
    Die Abonnenten des Theaters wollen ihr Geld zurück.
    Zurück bleibt ein leerer Kai.
    – Sind Sie sicher?
    Der nächste Artikel des Vertrags ist klar.
    Merken wird sich das in {place} jeder.
    Anzeige erstattete am Ende niemand.
    Zitate sammelte {Name} schon als Kind.
  `),
};
