import type { Fields } from '../../article/fields';
import { dayInWords, instantInWords } from './dates';
import { element, startTag, worded } from './element';
import type { Voice } from './pageWords';

/** What is printed under the story: the tagline, and what was put right since it came out. Lines of markup. */
export function storyFoot(
  { tagline, corrections, language }: Pick<Fields, 'tagline' | 'corrections' | 'language'>,
  voice: Voice,
): string[] {
  const said = corrections.map(({ at, text }) => {
    const when = at.includes('T') ? instantInWords(at, language) : dayInWords(at, language);
    return element('li', {}, `${worded('time', { datetime: at }, when)}: ${worded('span', { class: 'text' }, text)}`);
  });
  return [
    ...(tagline === '' ? [] : [worded('p', { class: 'tagline' }, tagline)]),
    ...(said.length === 0
      ? []
      : [
          startTag('section', { class: 'corrections' }),
          element('h2', {}, voice.written('corrections')),
          `<ul>\n${said.join('\n')}\n</ul>`,
          '</section>',
        ]),
  ];
}
