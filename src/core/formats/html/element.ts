import { escapeAttribute, escapeText } from './escape';

type Attributes = Readonly<Record<string, string | null>>;

/** A start tag; attributes that are null are left away, an empty one is written. */
export function startTag(name: string, attributes: Attributes = {}): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) if (value !== null) tag += ` ${key}="${escapeAttribute(value)}"`;
  return `${tag}>`;
}

/** An element around markup that is already escaped. */
export function element(name: string, attributes: Attributes, inside: string): string {
  return `${startTag(name, attributes)}${inside}</${name}>`;
}

/** An element around plain words. */
export function worded(name: string, attributes: Attributes, words: string): string {
  return element(name, attributes, escapeText(words));
}
