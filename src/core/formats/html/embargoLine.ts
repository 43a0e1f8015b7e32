import type { Fields } from '../../article/fields';
import { embargoNotice } from '../embargoNotice';
import { element, worded } from './element';
import { escapeText } from './escape';

/** The line over a page or fragment under embargo, as lines of markup; none where the view tells of no embargo. */
export function embargoLine(fields: Pick<Fields, 'embargo' | 'language'>): string[] {
  const notice = embargoNotice(fields);
  if (notice === null || fields.embargo === null) return [];
  const { lead, time, zone, offset, foreign } = notice;
  const until = worded('time', { datetime: fields.embargo.instant }, time);
  const apart = zone === offset ? '' : ` (${escapeText(offset)})`;
  return [
    element(
      'p',
      { class: 'embargo', lang: foreign, dir: foreign && 'ltr' },
      `${escapeText(lead)} ${until}, ${worded('span', { class: 'zone' }, zone)}${apart}`,
    ),
  ];
}
