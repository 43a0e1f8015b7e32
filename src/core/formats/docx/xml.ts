const IN_TEXT = /[&<>"\ufffe\uffff]/gu;
const NEEDED = /[&<>"\ufffe\uffff]/u;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, between tags or in a value; the two characters that XML cannot hold (section 2.2) become U+FFFD. */
export const escapeXml = (text: string): string =>
  NEEDED.test(text) ? text.replace(IN_TEXT, (char) => entities[char] ?? '\ufffd') : text;

/** An element with attributes (null leaves one out) and what stands inside it, already written. */
export function el(name: string, attrs: Readonly<Record<string, string | number | null>> = {}, ...inside: string[]): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attrs)) if (value !== null) tag += ` ${key}="${escapeXml(String(value))}"`;
  const content = inside.join('');
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** An element whose one attribute is `w:val`, the usual form of a setting in WordprocessingML. */
export const val = (name: string, value: string | number): string => el(name, { 'w:val': value });
