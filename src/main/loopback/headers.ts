import { APP_POLICY, COMMON_HEADERS, PREVIEW_POLICY } from '../policy';

/** On every answer, whatever it is. No CORS header is ever among them. */
const ALWAYS = {
  ...COMMON_HEADERS,
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), payment=(), display-capture=()',
};

const withPolicy = (policy: string): Readonly<Record<string, string>> => ({ ...ALWAYS, 'Content-Security-Policy': policy });

export const appHeaders = withPolicy(APP_POLICY);
export const previewHeaders = withPolicy(PREVIEW_POLICY);

/** Of everything that is not a document. */
export const closedHeaders = withPolicy("default-src 'none'; frame-ancestors 'none'");

/** Of the page that hands the tab its token: it may run one script, the one with this nonce. */
export const entryHeaders = (nonce: string) =>
  withPolicy(`default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
