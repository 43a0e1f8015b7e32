import type { Exporter } from '../format';
import { htmlExporter } from './htmlExporter';

/** The id of the format that the host prints: no exporter of text can write it. */
export const PDF = 'pdf';

/** The page that a PDF is printed from, under the name of the PDF. */
export const pdfPage: Exporter = { ...htmlExporter, id: PDF, title: 'PDF', extension: 'pdf', mime: 'application/pdf' };

/** Regions whose paper is Letter (ANSI/ASME Y14.1); everybody else prints on A4 (ISO 216). */
const LETTER: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'PA', 'GT', 'DO', 'PH', 'PR']);

/**
 * A page of Stet's as it is printed to a PDF: paper by the region of its language, numbered pages, and the line of an embargo over
 * the full width. The page itself stays as it is for screens.
 */
export function printed(page: string, language: string): string {
  const { region } = new Intl.Locale(language);
  const size = region !== undefined && LETTER.has(region) ? 'letter' : 'A4';
  const rules = [
    `@page { size: ${size}; margin: 2cm 2cm 2.2cm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt/1 ui-serif, Georgia, "Times New Roman", serif; color: #333; } }`,
    '.embargo { max-inline-size: none; margin: 0 0 1rem; }',
    'a { text-decoration-thickness: .5pt; }',
    'img { max-block-size: 15cm; object-fit: contain; object-position: left; }',
  ];
  return page.replace('</style>', `${rules.join('\n')}\n</style>`);
}
