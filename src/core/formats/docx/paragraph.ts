import type { StyleId } from './styles';
import { el, val } from './xml';

/** A paragraph in a style, with further properties and its runs. */
export const para = (style: StyleId | null, runs: string, properties = ''): string => {
  const all = `${style === null ? '' : val('w:pStyle', style)}${properties}`;
  return el('w:p', {}, all === '' ? '' : el('w:pPr', {}, all), runs);
};
