import type { SiteReport } from '../../core/rpc/siteMethods';

const MOST = 3;
const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

/** Names as a sentence can hold them. */
function listed(names: readonly string[]): string {
  return names.length <= MOST ? names.join(', ') : `${names.slice(0, MOST).join(', ')} and ${names.length - MOST} more`;
}

/** What an export to a site did, as one line: “Coast News: 2 files written, 1 file removed.” */
export function reportInWords(name: string, { written, removed, kept, embargoed, lost }: SiteReport): string {
  const done = [
    ...(written.length > 0 ? [`${files(written.length)} written`] : []),
    ...(removed.length > 0 ? [`${files(removed.length)} removed`] : []),
  ];
  return [
    `${name}: ${done.length > 0 ? done.join(', ') : 'nothing had changed'}.`,
    ...(kept.length > 0 ? [`Left as they are: ${listed(kept.map(({ path }) => path))}.`] : []),
    ...(embargoed.length > 0
      ? [`Left out, under embargo: ${listed(embargoed.map(({ headline }) => headline.trim() || 'Untitled'))}.`]
      : []),
    ...(lost.length > 0 ? [`Not carried whole: ${listed(lost.map(({ name: path }) => path))}.`] : []),
  ].join(' ');
}
