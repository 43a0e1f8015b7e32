import { embargoNotice } from '../embargoNotice';
import type { Exporter } from '../format';
import { shieldCommands } from './commandsInCode';
import { noticeBlock } from './embargoBlock';
import { hugo, jekyll, plain, type MarkdownPreset } from './presets';
import { writeBlocks } from './writeBlocks';
import { writeHead } from './writeHead';

/**
 * Front matter (YAML that a YAML 1.1 reader reads alike) and GitHub Flavored Markdown as a preset wants them; see
 * docs/formats.md. Errors: `export/unknown-node`.
 */
const exporterFor = (preset: MarkdownPreset): Exporter => ({
  id: preset.id,
  title: preset.title,
  extension: 'md',
  mime: 'text/markdown',
  previewable: false,
  readBy: 'markdown',
  carries: null,
  write(view, { whole, place = {} }) {
    const notice = preset.embargoLine || !whole ? embargoNotice(view.fields) : null;
    const body = writeBlocks(notice ? [noticeBlock(notice), ...view.body] : view.body);
    const end = body === '' ? '' : `${body}\n`;
    if (!whole) return end;
    return `---\n${writeHead(view, preset, place)}---\n${end === '' ? '' : '\n'}${shieldCommands(end, preset)}`;
  },
});

export const markdownExporter = exporterFor(plain);
export const hugoExporter = exporterFor(hugo);
export const jekyllExporter = exporterFor(jekyll);
