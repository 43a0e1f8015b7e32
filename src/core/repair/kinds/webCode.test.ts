import { expect, test } from 'vitest';
import { found } from '../testing/found';
import { brokenSeam } from './brokenSeam';
import { webCode } from './webCode';

test.each([
  [
    'They sayNATO“,”text”:”the card of the link”}}”>opposed it.',
    'sayNATO“,”text”:”the card of the link”}}”>opposed → say opposed',
  ],
  ['Read the <b>whole</b> report.', '<b>whole</b> → whole'],
  ['Tea &amp; cake.', '&amp; → &'],
  ['It&#8217;s late.', 'It&#8217;s → It’s'],
  ['The pier</p><p>was shut.', 'pier</p><p>was → pier was'],
  ['Boats [caption id="a1" width="300"] came.', '[caption id="a1" width="300"] → '],
])('%s', async (text, wanted) => {
  expect((await found(webCode, 'en', text)).map((line) => line.replace(/ (?=\[caption)|^ /u, ''))).toEqual([wanted]);
});

test.each(['If x < 3 and y > 4, wait.', 'Marks & Spencer; AT&T.', 'He wrote [sic] and {so on}.', '“Yes,” she said: “No.”'])(
  'silent: %s',
  async (text) => {
    expect(await found(webCode, 'en', text)).toEqual([]);
  },
);

test('a sentence that goes on after code with words of its own may lack some', async () => {
  expect(await found(brokenSeam, 'en', 'In short, they sayNATO“,”text”:”card”}}”>opposed it.')).toEqual(['they say → ?']);
  expect(await found(brokenSeam, 'en', 'In short, they <b>say</b> it.')).toEqual([]);
});
