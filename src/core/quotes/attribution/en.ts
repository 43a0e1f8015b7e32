import { list, type SpeechForms } from './forms';

export const en: SpeechForms = {
  language: 'en',
  verbs: list(
    `said | says | told | tells | added | adds | asked | asks | replied | replies | answered | answers | explained | explains | argued |
     argues | claimed | claims | insisted | insists | warned | warns | wrote | writes | noted | notes | recalled | recalls | admitted |
     admits | announced | announces | declared | declares | stated | states | stressed | stresses | tweeted | posted | continued |
     continues | concluded | concludes | joked | jokes | shouted | shouts | whispered | remarked | remarks | commented | comments |
     confirmed | confirms | denied | denies | suggested | suggests | complained | complains | testified | testifies | called | calls |
     described | describes | has said | had said | has told | had told | was quoted as saying | went on`,
  ),
  before: list('according to | in the words of | as told by'),
  after: [],
  pronouns: list('he | she | they | He | She | They'),
  honorifics: list('Mr | Mr. | Mrs | Mrs. | Ms | Ms. | Miss | Mx | Mx. | Dr | Dr. | Sir | Dame | Lord | Lady'),
  titles: list(
    `President | Vice President | Prime Minister | Deputy Prime Minister | Foreign Minister | Finance Minister | Minister | Chancellor |
     Mayor | Governor | Senator | Sen. | Representative | Rep. | Congressman | Congresswoman | Councillor | Cllr | Justice | Judge |
     Chief Justice | Attorney General | Secretary | Ambassador | General | Gen. | Colonel | Col. | Captain | Capt. | Major | Sergeant |
     Sgt. | Lieutenant | Lt. | Inspector | Detective | Superintendent | Commissioner | Officer | Sheriff | Chief | Professor | Prof. |
     Prof | Pope | Cardinal | Bishop | Archbishop | Reverend | Rev. | Rabbi | Imam | King | Queen | Prince | Princess | Coach | Director`,
  ),
  articles: list('the | a | an | The | A | An'),
  openers: list(
    `The | A | An | In | On | At | But | And | So | As | For | From | By | To | Of | With | After | Before | When | While | Since | Until |
     If | Then | Now | Today | Yesterday | Tomorrow | Later | Earlier | Meanwhile | However | There | This | That | These | Those | It | He |
     She | They | We | I | You | His | Her | Their | Our | My | One | Two | Three | Last | Next | According | Monday | Tuesday | Wednesday |
     Thursday | Friday | Saturday | Sunday | January | February | March | April | May | June | July | August | September | October |
     November | December | Among | During | Despite | Although | Because | Not | No | Yes | Only | Even | Also | Both | Each | Every | Some |
     Many | Most | All | Its | What | Who | Why | How | Where | Which | Asked | Speaking`,
  ),
  notRoles: list(
    `who | which | adding | saying | in | on | at | after | when | as | and | but | or | referring | while | speaking | to | with | from | during | telling | noting | if | of | that | before | because | recalling | calling | citing | his | her`,
  ),
  relatives: list('who | which | whose | that'),
};
