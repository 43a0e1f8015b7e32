import { expect, test } from 'vitest';
import { controlDate } from './controlDate';
import { elementsOf, readXml } from './readXml';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const control = (properties: string, words: string) => {
  const xml = `<w:p xmlns:w="${WORD}"><w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:r><w:t>${words}</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
  const [sdt] = elementsOf(readXml(xml));
  if (!sdt) throw new Error('no control');
  return sdt;
};
const date = (day: string, tag = '') => `${tag && `<w:tag w:val="${tag}"/>`}<w:date w:fullDate="${day}T00:00:00Z"/>`;

test('a control that is none for dates holds none', () => {
  expect(controlDate(control('<w:tag w:val="2026-03-04"/>', 'Wednesday'))).toBeNull();
});

test('the tag says the instant, as long as the day is still the one that was chosen', () => {
  expect(controlDate(control(date('2026-03-04', '2026-03-04T08:15+01:00'), 'x'))).toBe('2026-03-04T08:15+01:00');
  expect(controlDate(control(date('2026-03-05', '2026-03-04T08:15+01:00'), 'x'))).toBe('2026-03-05');
});

test('where a program dropped the tag, the words still tell the time', () => {
  expect(controlDate(control(date('2026-03-04'), '4 March 2026, 08:15 UTC+01:00'))).toBe('2026-03-04T08:15+01:00');
  expect(controlDate(control(date('2026-03-04'), '4 March 2026, 08:15 UTC'))).toBe('2026-03-04T08:15Z');
  expect(controlDate(control(date('2026-03-04'), '4 March 2026'))).toBe('2026-03-04');
});
