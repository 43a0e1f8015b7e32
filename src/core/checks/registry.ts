import { abbreviationTwice } from './abbreviationTwice';
import type { Check } from './check';
import { headlineLength } from './headlineLength';
import { linkText } from './linkText';
import { missingFields } from './missingFields';
import { placeholders } from './placeholders';
import { unattributed } from './unattributed';

/** Every check, in the order in which findings are shown. */
export const checks: readonly Check[] = [missingFields, headlineLength, placeholders, unattributed, linkText, abbreviationTwice];
