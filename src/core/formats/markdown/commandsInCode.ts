import type { MarkdownPreset } from './presets';

const SHORTCODE = /\{\{<(.*?)>\}\}|\{\{%(.*?)%\}\}/gsu;
const RAW = ['{% raw %}\n', '{% endraw %}\n'] as const;
const LIQUID = /\{[{%]/u;

/**
 * Keeps a generator from carrying out what only stands in code: outside code the braces are escaped already. Hugo's own way
 * to show a shortcode is a comment in it (gohugo.io, "Shortcodes"); Jekyll's is `raw`.
 */
export function shieldCommands(body: string, { commands }: MarkdownPreset): string {
  if (commands === 'hugo')
    return body.replace(SHORTCODE, (_all, angle: string | undefined, percent: string | undefined) =>
      angle === undefined ? `{{%/*${percent ?? ''}*/%}}` : `{{</*${angle}*/>}}`,
    );
  return commands === 'liquid' && LIQUID.test(body) ? `${RAW[0]}${body}${RAW[1]}` : body;
}

/** The inverse of `shieldCommands`. */
export function unshieldCommands(body: string, { commands }: MarkdownPreset): string {
  if (commands === 'hugo') return body.replace(SHORTCODE, (all) => `${all.slice(0, 3)}${all.slice(5, -5)}${all.slice(-3)}`);
  const start = body.startsWith('\n') ? 1 : 0;
  return commands === 'liquid' && body.startsWith(RAW[0], start) && body.endsWith(RAW[1])
    ? `${body.slice(0, start)}${body.slice(start + RAW[0].length, -RAW[1].length)}`
    : body;
}
