import { list, type Copy } from './language';

export const german: Copy = {
  language: 'de',
  marks: ['„', '“'],
  templates: [
    '{Name} von {org} kündigte {when} an, dass {noun} noch vor dem Winter {done} wird.',
    'Seit {month} warten die Bewohner von {place} auf eine Entscheidung der {body} über {noun}.',
    'Nach Angaben von {Name} kann {noun} ohne die Zustimmung der {body} nicht {done} werden.',
    'Rund {number} Menschen kamen {when} zu der Versammlung, zu der {org} nach {place} eingeladen hatte.',
    'Mit {number2} gegen {number3} Stimmen lehnte die {body} den Antrag ab, was {Name} als {adj} bezeichnete.',
    'Das Video wurde auf {brand} {number} Mal angesehen, bevor es {when} gelöscht wurde.',
    'Weder {Name} noch {Name2} wollten sagen, wer {noun} bezahlt hat.',
    'Die Frau, die die Vor- und Nachteile kennt, hält {noun} für {adj}.',
    'In {place} treffen sich {Name} und {Name2} jeden {weekday}, um über {noun} zu reden.',
    'Für die Familie von {Name} ist {noun} mehr als eine Erinnerung: Es ist ein Beruf.',
    'Der Bericht, den {org} im {month} vorlegte, nennt {noun} überraschend {adj}.',
    'Handwerker aus {place} haben {noun} in nur {number2} Wochen {done}.',
    'Am {weekday} will die {body} erneut beraten, und {Name} rechnet mit einer {adj}en Debatte.',
    'Wie viele Bürgerinnen und Bürger betroffen sind, konnte {org} zunächst nicht sagen.',
    'Die Strecke zwischen {place} und {place2} bleibt gesperrt, teilte {Name} mit.',
  ],
  said: [
    'Niemand hat uns zu {dative} gefragt',
    'Wir können nicht länger auf die {body} warten',
    'Wenn jetzt nichts geschieht, ist {noun} verloren',
    'Ich weiß nicht, was die {body} sich dabei gedacht hat',
    'Das ist nach all den Jahren einfach {adj}',
  ],
  quoting: [
    '{quote} sagte {Name} {when}.',
    '{Name} erklärte: {quote}',
    '{quote} betonte {Name} in {place}.',
    'Auf Nachfrage antwortete {Name}: {quote}',
  ],
  slots: {
    first: list(
      'Jörg Käthe Mehmet Annegret Björn Ulrike Özlem Sören Friederike Karl-Heinz Lütfiye Torben Gönül Heinrich Änne Wiebke',
    ),
    surname: list(
      'Müller-Lüdenscheidt von_Bergen Schröder McAllister Grünewald Hoffmann Öztürk Kästner Jäger Weiß de_Maizière Süßkind Vogelsang Unterweger Oberhuber',
    ),
    org: list(
      'BahnCard-Service YouTube ThyssenKrupp der_Hafenverwaltung ProSiebenSat.1 der_Universität_Nordfelde DuMont der_Feuerwehr der_Caritas',
    ),
    brand: list('YouTube TikTok WhatsApp LinkedIn'),
    place: list('Nordfelde Lüneburg Göttingen Westerland Saarbrücken Görlitz Kühlungsborn Überlingen Rothenburg_ob_der_Tauber'),
    month: list('Januar Februar März April Juni August September Oktober November'),
    weekday: list('Montag Dienstag Donnerstag Freitag Sonnabend'),
    body: list('Kommission Regierung Bürgerschaft Verwaltung Gewerkschaft Staatsanwaltschaft Landesregierung'),
    noun: list(
      'der_Hafen die_Brücke das_Krankenhaus die_Bibliothek der_Leuchtturm die_Straßenbahn das_Schwimmbad der_Haushalt die_Sicherheit',
    ),
    dative: list('der_Brücke dem_Hafen der_Straßenbahn dem_Haushalt dem_Schwimmbad'),
    adj: list('ungerecht notwendig gefährlich überfällig teuer ungewöhnlich'),
    done: list('repariert verschoben genehmigt abgelehnt geschlossen finanziert ausgebaut'),
    when: list('am_Montag gestern_Abend in_der_kommenden_Woche am_Sonntag vor_Kurzem'),
    number: list('13.000 400 1.250 72 900'),
    number2: list('sieben zwölf neun zehn'),
    number3: list('zwei fünf acht elf'),
  },
};
