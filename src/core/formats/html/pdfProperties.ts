/** As old as a zip can be: no file tells when it was made. */
const NO_TIME = "19800101000000+00'00'";

/**
 * A printed PDF without what its printer says of itself and of the moment: which browser on which system, and when (ISO 32000-1,
 * section 14.3.3). The title stays. The bytes are as many as before, so that everything in it is found where it was; the same page
 * printed again gives the same. What has no such entries comes back as it is.
 */
export function withoutPrintersTraces(pdf: Uint8Array): Uint8Array {
  // One character a byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(pdf);
  const info = /\/Info (\d+) 0 R/u.exec(text.slice(text.lastIndexOf('trailer')))?.[1];
  const from = info === undefined ? -1 : text.search(new RegExp(`(?<![0-9])${info} 0 obj`, 'u'));
  const to = from < 0 ? -1 : text.indexOf('endobj', from);
  if (to < 0) return pdf;
  const properties = text
    .slice(from, to)
    .replace(/(\/(?:CreationDate|ModDate) \(D:)(\d{14}[^)]{0,8})\)/gu, (_all, name: string, at: string) => {
      return `${name}${NO_TIME.padEnd(at.length).slice(0, at.length)})`;
    })
    .replace(/(\/(?:Creator|Producer) )(\((?:\\.|[^\\()])*\))/gu, (_all, name: string, value: string) => {
      return `${name}(${' '.repeat(value.length - 2)})`;
    });
  const clean = Uint8Array.from(pdf);
  for (let at = 0; at < properties.length; at++)
    if (properties[at] !== text[from + at]) clean[from + at] = properties.charCodeAt(at);
  return clean;
}
