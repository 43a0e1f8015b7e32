import { expect, test } from 'vitest';
import { isOpenable, isSafeUrl, readUrl } from './url';

test.each([
  'https://example.org',
  'http://example.org/a?b=c#d',
  'mailto:desk@example.org',
  'HTTPS://EXAMPLE.ORG/',
  'https://例え.jp/道',
  'https://[::1]/',
])('%s may stand in a document', (url) => expect(isSafeUrl(url)).toBe(true));

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/a',
  '/a',
  'a',
  '',
  'https://',
  'https://exa mple.org',
  'https://example.org/\u0000',
  'blob:https://example.org/1',
  'mailto:',
  `https://example.org/${'a'.repeat(5000)}`,
  'https://example.org/\ud800',
  'https:example.org',
  'https:/example.org',
  'https:\\\\example.org',
  'https:///example.org',
  'https://example.org/\u202egpj.exe',
  'https://\u2066example.org',
])('%j may not', (url) => expect(isSafeUrl(url)).toBe(false));

test.each([
  ['example.org/a', 'https://example.org/a'],
  [' https://example.org ', 'https://example.org'],
  ['desk@example.org', 'mailto:desk@example.org'],
  ['example.org:8080/a', 'https://example.org:8080/a'],
  ['javascript:alert(1)', null],
  ['//example.org', null],
  ['no address', null],
  ['', null],
])('what a writer types: %j becomes %j', (typed, url) => expect(readUrl(typed)).toBe(url));

test.each(['https://example.org/a?b=@c#d@e', 'http://127.0.0.1:8080/', 'mailto:desk@example.org?subject=Ice&body=Hello%20desk'])(
  '%s may be opened',
  (url) => expect(isOpenable(url)).toBe(true),
);

test.each([
  'https://example.org@evil.test/',
  'https://reporter:secret@example.org/',
  'https://example.org%2f@evil.test/',
  'mailto:desk@example.org?attach=/etc/passwd',
  'mailto:desk@example.org?subject=Ice&Attachment=x',
  'javascript:alert(1)',
  'file:///etc/passwd',
])('%s may not', (url) => expect(isOpenable(url)).toBe(false));
