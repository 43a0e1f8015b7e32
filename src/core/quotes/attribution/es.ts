import { list, type SpeechForms } from './forms';

export const es: SpeechForms = {
  language: 'es',
  verbs: list(
    `dijo | dice | declaró | declara | afirmó | afirma | aseguró | asegura | explicó | explica | añadió | añade | señaló | señala | indicó |
     indica | subrayó | subraya | contó | cuenta | respondió | responde | preguntó | pregunta | advirtió | advierte | reconoció | reconoce |
     recordó | recuerda | anunció | anuncia | insistió | insiste | escribió | escribe | comentó | comenta | denunció | denuncia | lamentó |
     lamenta | criticó | critica | sostuvo | sostiene | manifestó | concluyó | concluye | relató | relata | ha dicho | ha declarado |
     ha afirmado | ha asegurado | ha explicado | había dicho | agregó | agrega`,
  ),
  before: list('según | de acuerdo con | en palabras de | para'),
  after: [],
  pronouns: list('él | ella | ellos | ellas | Él | Ella'),
  honorifics: list('Sr. | Sra. | Srta. | don | doña | Don | Doña | Dr. | Dra.'),
  titles: list(
    `el presidente | la presidenta | el ministro | la ministra | el alcalde | la alcaldesa | el portavoz | la portavoz | el director |
     la directora | el profesor | la profesora | el juez | la jueza | el secretario | la secretaria`,
  ),
  articles: list('el | la | los | las | un | una | El | La | Los | Las | Un | Una'),
  openers: list(
    `El | La | Los | Las | Un | Una | En | Con | De | Del | Al | A | Para | Por | Pero | Y | O | Desde | Hasta | Sobre | Tras | Según | Cuando |
     Mientras | Ayer | Hoy | Mañana | Él | Ella | Ellos | Ellas | Nosotros | Yo | Su | Sus | Este | Esta | Estos | Estas | Eso | Si | Como |
     Lunes | Martes | Miércoles | Jueves | Viernes | Sábado | Domingo | Enero | Febrero | Marzo | Abril | Mayo | Junio | Julio | Agosto |
     Septiembre | Octubre | Noviembre | Diciembre | También | Además | Ante | Entre | Sin | Todo | Todos | Así | Ahora | Luego | Después`,
  ),
  notRoles: list(
    `que | quien | quienes | en | al | tras | y | pero | cuando | con | durante | antes | después | porque | si | como | sobre`,
  ),
  relatives: list('que | quien'),
};
