import fc from 'fast-check';
import { isSafeUrl } from '../../article/url';

/** Addresses that the gate admits. */
export const urls: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }).filter(isSafeUrl),
  fc
    .constantFrom(
      'https://example.org/a?b=1&c=2&amp;d=%20#e',
      'http://example.org:8080/(a)_[b]',
      'https://example.org/"x"<y>\'z\'',
      'https://xn--mnchen-3ya.example/straße',
      'mailto:desk@example.org?subject=A%20%26%20B',
      'https://example.org/*a*_b_`c`',
      'HTTPS://EXAMPLE.ORG/',
    )
    .filter(isSafeUrl),
);

export const dates = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
export const instants = fc
  .tuple(dates, fc.constantFrom('T00:00Z', 'T09:30:00Z', 'T23:59:59.999Z', 'T12:05:07+03:00', 'T04:00-09:30'))
  .map((parts) => parts.join(''));
export const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
