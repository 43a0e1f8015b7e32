import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { cleanText } from './readInline';

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object']);
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
);

/** The words of raw HTML, one line for each block in it; nothing of scripts and styles. Takes any depth. */
export function wordsOfHtml(html: string): string[] {
  const lines: string[] = [''];
  const stack: (DefaultTreeAdapterTypes.ChildNode | 'line')[] = parseFragment(html).childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'line') lines.push('');
    else if (node.nodeName === '#text' && 'value' in node) lines[lines.length - 1] += node.value;
    else if ('childNodes' in node && !SILENT.has(node.nodeName)) {
      const inline = INLINE.has(node.nodeName);
      if (node.nodeName === 'img') lines[lines.length - 1] += node.attrs.find(({ name }) => name === 'alt')?.value ?? '';
      if (!inline) lines.push('');
      if (!inline) stack.push('line');
      stack.push(...node.childNodes.toReversed());
    }
  }
  return lines.map((line) => cleanText(line).replace(/\s+/gu, ' ').trim()).filter((line) => line !== '');
}
