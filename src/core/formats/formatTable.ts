import { blockNames, markNames, privateMarkNames } from '../document/blockNames';
import { fieldNames, privateFields } from '../article/fields';
import type { Exporter } from './format';

/**
 * What every format carries, as a table in Markdown made from the registry: `yes` whole, `words` only its words, `–` nothing,
 * and the attributes that it leaves out where it carries the rest.
 */
export function formatTable(exporters: readonly Exporter[]): string {
  const rows = (group: 'blocks' | 'marks' | 'fields' | 'parts', names: readonly string[]) =>
    names.map((name) =>
      row(nameOf(name), exporters, ({ carries }) => cell((carries?.[group] as Record<string, unknown>)?.[name])),
    );
  const hiddenMarks: readonly string[] = privateMarkNames;
  const hiddenFields: readonly string[] = privateFields;
  return [
    line(['', ...exporters.map(({ id }) => `\`${id}\``)]),
    line(['---', ...exporters.map(() => '---')]),
    row('read back and compared', exporters, ({ readBy }) => (readBy === null ? '–' : 'yes')),
    row('pictures inside it', exporters, ({ embeds = false }) => (embeds ? 'yes' : '–')),
    ...rows('parts', ['kicker', 'standfirst']),
    ...rows('blocks', blockNames),
    ...rows(
      'marks',
      markNames.filter((name) => !hiddenMarks.includes(name)),
    ),
    ...rows('fields', [...fieldNames.filter((name) => !hiddenFields.includes(name)), 'series']),
  ].join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const row = (name: string, exporters: readonly Exporter[], of: (exporter: Exporter) => string): string =>
  line([name, ...exporters.map(of)]);

/** `pullQuote` as a person reads it: pull quote. */
const nameOf = (name: string): string => name.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);

function cell(carried: unknown): string {
  // A format without a table of losses carries everything.
  if (carried === undefined || carried === 'whole') return 'yes';
  if (carried === 'words') return 'words';
  if (carried === 'none') return '–';
  return `without ${(carried as { without: readonly string[] }).without.map(nameOf).join(', ')}`;
}
