import type { BlockJson, DocJson, InlineJson } from './json';

/** Ids of the articles that a document links to, in links, in "read also" and by showing their headline, each once. */
export function linkedArticles(doc: DocJson): Set<string> {
  const found = new Set<string>();
  const [, , standfirst, ...blocks] = doc.content;
  for (const node of standfirst.content ?? []) inMarks(node, found);
  for (const block of blocks) inBlock(block, found);
  return found;
}

function inBlock(block: BlockJson, found: Set<string>): void {
  switch (block.type) {
    case 'related': {
      const target = block.attrs?.target;
      if (target && 'article' in target) found.add(target.article);
      return;
    }
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      for (const node of block.content ?? []) inMarks(node, found);
      return;
    case 'quote':
    case 'bulletList':
    case 'orderedList':
    case 'listItem':
    case 'factBox':
    case 'table':
    case 'tableRow':
    case 'tableCell':
      for (const child of block.content ?? []) inBlock(child, found);
      return;
    case 'figure':
    case 'codeBlock':
    case 'embed':
    case 'horizontalRule':
      return;
  }
}

function inMarks(node: InlineJson, found: Set<string>): void {
  if (node.type === 'articleLink') found.add(node.attrs.article);
  for (const mark of node.marks ?? []) {
    const target = mark.type === 'link' ? mark.attrs?.target : undefined;
    if (target && 'article' in target) found.add(target.article);
  }
}

/** Ids of the articles whose headline a document shows by a link, as often as it shows them. */
export function shownHeadlines(doc: DocJson): string[] {
  const found: string[] = [];
  const stack: (BlockJson | InlineJson | DocJson['content'][number])[] = [...doc.content];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'articleLink') found.push(node.attrs.article);
    else if ('content' in node) stack.push(...(node.content ?? []));
  }
  return found;
}
