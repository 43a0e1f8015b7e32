/** Lines with `first` before the first of them and `rest` before the others; no white space is left on empty ones. */
export function indented(text: string, first: string, rest: string): string {
  const lines = text.split('\n');
  return lines.map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line).join('\n');
}
