import { StetError } from '../../errors';
import { child, elementsOf, readXml, textIn, type XmlElement } from './readXml';

/** A package that has been read: its parts by name, and what the document's part is related to. */
export class WordPackage {
  private readonly parts = new Map<string, XmlElement>();
  readonly document: XmlElement;
  private readonly relations: ReadonlyMap<string, { type: string; target: string; outside: boolean }>;

  /** From the one XML text of `flat`. Errors: `import/unreadable`, `import/too-deep`. */
  constructor(text: string) {
    for (const part of elementsOf(readXml(text))) {
      const name = part.attrs['pkg:name'];
      const [content] = elementsOf(part);
      if (name !== undefined && content) this.parts.set(name.toLowerCase(), content);
    }
    const main = [...this.related('/_rels/.rels', '/').values()].find(({ type }) => type.endsWith('/officeDocument'));
    const document = main && this.xml(main.target);
    if (!main || document?.name !== 'w:document')
      throw new StetError(
        'import/unreadable',
        'This file holds no Word document. Stet reads .docx as Word and LibreOffice write it.',
      );
    this.document = document;
    const [, folder = '/', file = ''] = /^(.*\/)([^/]*)$/u.exec(main.target) ?? [];
    this.relations = this.related(`${folder}_rels/${file}.rels`, folder);
  }

  /** The XML of a part; null where it is missing or holds none. */
  xml(name: string): XmlElement | null {
    const part = this.parts.get(name.toLowerCase());
    return (part?.name === 'pkg:xmlData' ? elementsOf(part)[0] : null) ?? null;
  }

  /** The part that the document is related to as `kind` (`styles`, `comments`). */
  companion(kind: string): XmlElement | null {
    for (const { type, target, outside } of this.relations.values())
      if (!outside && type.endsWith(`/${kind}`)) return this.xml(target);
    return null;
  }

  /** Every part that the document is related to as `kind`. */
  companions(kind: string): XmlElement[] {
    return [...this.relations.values()].flatMap(({ type, target, outside }) => {
      const found = !outside && type.endsWith(`/${kind}`) ? this.xml(target) : null;
      return found ? [found] : [];
    });
  }

  /** The address that a relation leads to, outside the package. */
  address(id: string | undefined): string | null {
    const relation = this.relations.get(id ?? '');
    return relation?.outside === true ? relation.target : null;
  }

  /** A picture's file name, and its bytes in base64 where the package holds them. */
  picture(id: string | undefined): { file: string; base64: string | null } | null {
    const relation = this.relations.get(id ?? '');
    if (!relation) return null;
    const part = relation.outside ? undefined : this.parts.get(relation.target.toLowerCase());
    const file = relation.target.slice(relation.target.lastIndexOf('/') + 1);
    return { file, base64: part?.name === 'pkg:binaryData' ? textIn(part) : null };
  }

  private related(name: string, folder: string): Map<string, { type: string; target: string; outside: boolean }> {
    const relations = new Map<string, { type: string; target: string; outside: boolean }>();
    const part = this.parts.get(name.toLowerCase());
    for (const { attrs } of part ? elementsOf(child(part, '?:Relationships') ?? part) : []) {
      const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attrs;
      const outside = mode === 'External';
      if (id !== undefined) relations.set(id, { type, target: outside ? target : resolved(target, folder), outside });
    }
    return relations;
  }
}

/** A part's name from a target relative to a folder (ECMA-376, part 2, section 6.2.2). */
function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}
