import { list, type SpeechForms } from './forms';

export const de: SpeechForms = {
  language: 'de',
  verbs: list(
    `sagte | sagt | erklärte | erklärt | betonte | betont | meinte | meint | warnte | warnt | forderte | fordert | kritisierte |
     kritisiert | berichtete | berichtet | erzählte | erzählt | fragte | fragt | antwortete | antwortet | schrieb | schreibt | teilte |
     teilt | kündigte | kündigt | bestätigte | bestätigt | ergänzte | ergänzt | fügte | räumte | versicherte | versichert | behauptete |
     behauptet | lobte | lobt | erinnert | erinnerte | rief | ruft | hatte gesagt | hat gesagt | so`,
  ),
  before: list('laut | nach Angaben von | nach Ansicht von | nach den Worten von | so | gemäß'),
  after: list('zufolge'),
  pronouns: list('er | sie | Er | Sie'),
  honorifics: list('Herr | Herrn | Frau | Dr. | Prof. | Prof. Dr.'),
  titles: list(
    `Bundeskanzler | Bundeskanzlerin | Kanzler | Kanzlerin | Bundespräsident | Präsident | Präsidentin | Ministerpräsident |
     Ministerpräsidentin | Minister | Ministerin | Außenminister | Außenministerin | Innenminister | Innenministerin | Finanzminister |
     Finanzministerin | Bürgermeister | Bürgermeisterin | Oberbürgermeister | Oberbürgermeisterin | Landrat | Landrätin | Sprecher |
     Sprecherin | Regierungssprecher | Regierungssprecherin | Polizeisprecher | Polizeisprecherin | Vorsitzende | Vorsitzender |
     Parteichef | Parteichefin | Direktor | Direktorin | Leiter | Leiterin | Professor | Professorin | Trainer | Trainerin | Anwalt |
     Anwältin | Richter | Richterin | Abgeordnete | Abgeordneter | Senator | Senatorin | Hafenmeister | Hafenmeisterin | Lehrer | Lehrerin |
     Forscher | Forscherin | Arzt | Ärztin`,
  ),
  articles: list('der | die | das | dem | den | des | ein | eine | einem | einer | Der | Die | Das'),
  openers: list(
    `Der | Die | Das | Den | Dem | Ein | Eine | In | Im | Am | An | Auf | Bei | Mit | Nach | Vor | Von | Zu | Zum | Zur | Für | Aber | Und |
     Oder | Doch | Denn | Wenn | Als | Da | Dann | Nun | Heute | Gestern | Morgen | Er | Sie | Es | Wir | Ich | Ihr | Sein | Seine | Ihre |
     Laut | So | Wie | Was | Wer | Auch | Nur | Noch | Schon | Seit | Während | Trotz | Gegen | Über | Unter | Durch | Montag | Dienstag |
     Mittwoch | Donnerstag | Freitag | Samstag | Sonntag | Januar | Februar | März | April | Mai | Juni | Juli | August | September |
     Oktober | November | Dezember | Diese | Dieser | Dieses | Viele | Alle | Damit | Dabei | Dazu`,
  ),
  notRoles: list(
    `als | wie | und | aber | oder | nachdem | wenn | weil | dass | denn | nach | in | im | bei | am | an | auf | mit | zu | während | bevor | worauf | was | wo | er | sie | es`,
  ),
  relatives: list(''),
};
