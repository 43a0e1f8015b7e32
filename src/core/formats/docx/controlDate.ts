import { child, textIn, valOf, type XmlElement } from './readXml';

/** The date that a content control for dates holds, as Stet writes one; null for any other control. */
export function controlDate(control: XmlElement): string | null {
  const properties = child(control, 'w:sdtPr');
  const content = child(control, 'w:sdtContent');
  const date = child(properties, 'w:date');
  if (date === null) return null;
  const tag = valOf(properties, 'w:tag') ?? '';
  const chosen = date.attrs['w:fullDate']?.slice(0, 10) ?? '';
  // Somebody who chose another day meant that day; some programs keep the day and drop the tag.
  return tag.startsWith(chosen) && tag !== '' ? tag : `${chosen}${timeIn(content ? textIn(content) : '')}`;
}

/** The time of an instant as it is written in words (`instantInWords`): `T08:15+01:00`; nothing for a date. */
function timeIn(words: string): string {
  const [, time, offset = ''] = /, (\d{2}:\d{2}) UTC([+-]\d{2}:\d{2})?$/u.exec(words) ?? [];
  return time === undefined ? '' : `T${time}${offset === '' ? 'Z' : offset}`;
}
