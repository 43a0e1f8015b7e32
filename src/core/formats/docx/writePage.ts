import type { PublicPiece, PublicView } from '../../document/publicView';
import { embargoNotice } from '../embargoNotice';
import { Voice } from '../html/pageWords';
import { para } from './paragraph';
import { piece, LINK_LOOK } from './writeBlocks';
import { dated, datedAs, linked, run, writeInline } from './writeInline';
import { writePicture } from './writePicture';
import type { WordDocument } from './wordDocument';

const joined = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between);

/** The line of an embargo, over everything. */
export function writeEmbargo({ fields }: PublicView, word: WordDocument): string {
  const notice = embargoNotice(fields);
  if (notice === null || fields.embargo === null) return '';
  const { lead, time, zone, offset } = notice;
  const when = `${run(word, `${lead} `)}${datedAs(word, fields.embargo.instant, time)}${run(word, ', ')}${run(word, zone, 'Zone')}`;
  return para('Embargo', `${when}${zone === offset ? '' : run(word, ` (${offset})`)}`);
}

/** What stands over the story. */
export function writeHead({ fields, kicker, headline, standfirst }: PublicView, word: WordDocument): string {
  const { byline, dateline, section, leadImage } = fields;
  const people = byline.map(({ name, role, url }) => {
    const who = run(word, name, 'PersonName', url === null ? '' : LINK_LOOK);
    return joined([url === null ? who : linked(word, url, who), run(word, role ?? '', 'PersonRole')], run(word, ', '));
  });
  const where = dateline && [run(word, dateline.place, 'Place'), dateline.date === null ? '' : dated(word, dateline.date)];
  return [
    section.length === 0
      ? ''
      : para(
          'Section',
          joined(
            section.map((name) => run(word, name, 'SectionName')),
            run(word, ' › '),
          ),
        ),
    kicker === '' ? '' : para('Kicker', run(word, kicker)),
    headline === '' ? '' : para('Title', run(word, headline)),
    standfirst.length === 0 ? '' : para('Subtitle', writeInline(word, standfirst)),
    people.length === 0
      ? ''
      : para('Byline', `${run(word, `${new Voice(word.language).plain('by')} `)}${people.join(run(word, '; '))}`),
    where ? para('Dateline', joined(where, run(word, ', '))) : '',
    leadImage === null ? '' : writePicture(leadImage, word, 'LeadPicture'),
  ].join('');
}

/** What stands under the story. */
export function writeFoot({ fields, series }: PublicView, word: WordDocument): string {
  const voice = new Voice(word.language);
  const { tagline, corrections } = fields;
  const { name, previous, next } = series;
  const side = (style: 'PreviousArticle' | 'NextArticle', label: string, at: PublicPiece | null): string =>
    at === null ? '' : para(style, `${run(word, `${label}: `)}${piece(word, at.title, at.url)}`);
  return [
    tagline === '' ? '' : para('Tagline', run(word, tagline)),
    corrections.length === 0 ? '' : para('CorrectionsTitle', run(word, voice.plain('corrections'))),
    ...corrections.map(({ at, text }) =>
      para('Correction', `${dated(word, at)}${run(word, ': ')}${run(word, text, 'CorrectionText')}`),
    ),
    name === null ? '' : para('SeriesName', run(word, name)),
    side('PreviousArticle', voice.plain('previous'), previous),
    side('NextArticle', voice.plain('next'), next),
  ].join('');
}
