import { list, type Copy } from './language';

export const english: Copy = {
  language: 'en',
  marks: ['“', '”'],
  templates: [
    '{Name}, the {role} of {org}, told the {body} that the {noun} would {verb} {when}.',
    'The {adj} {noun} was {done} {when} after the {body} had had its say.',
    'Residents of {place} have complained about the {noun} since {month}, and the {role} promised that it will be {done} soon.',
    '{Org} declined to comment on the {noun}, which {Name} called {adj}.',
    'According to {Name}, whose {noun} was {done} in {month}, the {adj} {noun2} cannot {verb} without the {body}.',
    'About {number} people attended the {noun} in {place}, the {role} said.',
    'In {month} the {body} voted {number2} to {number3} against the {noun}, a decision that {Name} described as {adj}.',
    'A spokesperson for {org} confirmed that the {noun} between {place} and {place2} will {verb} {when}.',
    'The {noun} and the {noun2} were {done}, but neither {Name} nor the {role} would say who paid for them.',
    'What began as a {adj} {noun} in {place} has become a {adj2} {noun2} that divides the {body}.',
    'It was the {role} who said that that {noun} had been {done} too late.',
    'Under the agreement, {org} will {verb} the {noun} for {number2} years, with pre- and post-{month} checks.',
    'For {Name}’s family, the {noun} is more than a {adj} {noun2}: it is a home.',
    'The {body} meets again {when}; its {role}, {Name}, expects a {adj} {noun}.',
    'Police in {place} are looking for witnesses who saw the {noun} near the {noun2} {when}.',
    '{Name} and {Name2} first met at {org} in {place}, where both worked on the {noun}.',
    'Engineers from {place} {verbed} the {noun} so that the {noun2} could {verb} during the {adj} winter.',
    'The report, published by {org}, says the {noun} is well-known to the {body} and long overdue.',
    'Neither side would {verb} the {adj} {noun}, although {Name} had asked them to.',
    'A video of the {noun} was watched {number} times on {brand} before it was {done}.',
    'The e-mail was sent from an {brand} at 5.30 pm to press@example.org, the {role} said.',
    'Mr. {Surname} will also visit {place} {when}, and Ms. {Surname2} is expected in {place2}.',
  ],
  said: [
    'We were never asked about the {noun}',
    'It’s the first time in {number2} years that we can {verb} without fear',
    'Nobody told us that the {noun} would be {done}',
    'If the {body} doesn’t {verb} now, the {noun} is gone',
    'I don’t know what the {role} was thinking',
    'You cannot {verb} a {adj} {noun} with promises',
    'My father called it ‘the {adj} {noun}’ and he was right',
    'There is no {noun2} in {place} that can {verb}',
  ],
  quoting: [
    '{quote} said {Name}, the {role}.',
    '{Name} said: {quote}',
    '{quote} the {role} told {org} {when}.',
    'Asked about the {noun}, {Name} replied: {quote}',
    'The {noun} was {quoted} in the words of {Name}, and the {body} agreed.',
  ],
  slots: {
    first: list(
      'Mara Ewan Priya Tomasz Aoife Jean-Luc Sinéad Callum Ngozi Oluwaseun Freya Rhys Zeynep Hamish Bronwyn Mateus Ingrid Declan Yusuf Saoirse Leonardo Beatrix Ffion Duncan Anwen Kofi',
    ),
    surname: list(
      'McDonald O’Brien DiCaprio MacLeod FitzGerald Lindqvist Thatcher Jackson Huntington Underwood Butterworth Livingstone Featherstone Winterbottom Silverman Beckwith Greenwood Okonkwo Le_Page van_der_Berg Peterson Anderson Carrington Whitehouse Goldman Hathaway Wainwright Longbottom Summerfield Postlethwaite Ferdinand Robertson Holland Blackstone Hartley Attenborough Cunningham',
    ),
    org: list(
      'the_National_Trust YouTube LaGuardia NatWest PricewaterhouseCoopers UNESCO the_Met_Office GlaxoSmithKline WhatsApp the_University_of_Westhaven SmartWater Northern_Rail JPMorgan the_BBC easyJet HarperCollins WikiLeaks',
    ),
    brand: list('YouTube iPhone TikTok WhatsApp iPad FaceTime LinkedIn eBay PlayStation MacBook PowerPoint'),
    place: list(
      'Westhaven Portsmouth Newcastle Middlesbrough Kirkwall Aberystwyth Kingsbridge Northwood Southampton Bournemouth Stratford-upon-Avon Llandudno Sunderland Greenwich Holyhead Whitby',
    ),
    month: list('January February March April June July August September October November December'),
    body: list(
      'council committee board parliament inquiry tribunal ministry commission assembly union court jury government cabinet',
    ),
    role: list(
      'harbourmaster headteacher mayor chair secretary spokeswoman treasurer director minister archbishop inspector curator goalkeeper surgeon',
    ),
    noun: list(
      'pier ferry budget library timetable agreement railway hospital strike harbour school inquiry playground bridge lighthouse festival shipyard reservoir motorway bakery election referendum vaccine greenhouse cathedral wetland quarry allotment takeover breakthrough smartphone database workshop trawler manuscript',
    ),
    noun2: list(
      'security investigation neighbourhood treatment population equipment department evidence storage membership infrastructure university government community electricity negotiation landscape darkness partnership',
    ),
    adj: list(
      'narrow remarkable expensive temporary unusual dangerous generous controversial necessary fragile historic unfair ambitious short-lived',
    ),
    adj2: list('bitter serious public legal national regional costly'),
    verb: list('continue reopen survive expand recover close proceed improve operate'),
    verbed: list('repaired inspected redesigned reinforced dismantled measured'),
    done: list('repaired postponed cancelled approved rejected rebuilt demolished announced abandoned funded'),
    when: list(
      'on_Monday next_week before_the_winter on_Thursday_evening last_autumn this_month within_a_year at_noon yesterday',
    ),
    number: list('13,000 400 1,250 72 3.5_million 900 60,000'),
    number2: list('seven twelve 21 34 nine'),
    number3: list('two five 19 30 eight'),
    quoted: list('“unfair” “too_little” “a_disgrace” “never_again”'),
  },
};
