import { abbreviationTwice } from './abbreviationTwice';
import { abbreviationUnexplained } from './abbreviationUnexplained';
import { brokenSeries } from './brokenSeries';
import type { Check } from './check';
import { dates } from './dates';
import { deadLinks } from './deadLinks';
import { embargo } from './embargo';
import { headlineLength } from './headlineLength';
import { houseWords } from './houseWords';
import { linkText } from './linkText';
import { longParagraphs } from './longParagraphs';
import { longSentences } from './longSentences';
import { missingFields } from './missingFields';
import { openNotes } from './openNotes';
import { pictureWords } from './pictureWords';
import { placeholders } from './placeholders';
import { slugClash } from './slugClash';
import { standfirstLength } from './standfirstLength';
import { unattributed } from './unattributed';
import { unattributedInline } from './unattributedInline';
import { changedSinceChecked } from './changedSinceChecked';
import { pullQuoteWords } from './pullQuoteWords';
import { quotationFlags } from './quotationFlags';

/** Every check, in the order in which findings are shown. */
export const checks: readonly Check[] = [
  missingFields,
  slugClash,
  embargo,
  headlineLength,
  standfirstLength,
  placeholders,
  openNotes,
  pictureWords,
  unattributed,
  unattributedInline,
  changedSinceChecked,
  quotationFlags,
  pullQuoteWords,
  houseWords,
  dates,
  abbreviationTwice,
  abbreviationUnexplained,
  deadLinks,
  linkText,
  brokenSeries,
  longSentences,
  longParagraphs,
];
