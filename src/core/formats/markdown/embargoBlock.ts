import type { BlockJson } from '../../document/json';
import { embargoLeads, type EmbargoNotice } from '../embargoNotice';

/** The line over an article under embargo: a bold paragraph before its first. */
export const noticeBlock = ({ line }: EmbargoNotice): BlockJson => ({
  type: 'paragraph',
  content: [{ type: 'text', text: line, marks: [{ type: 'bold' }] }],
});

const DATED = /\d.*, \d{2}:\d{2}, [^\s,]+(?: \(UTC[^()]*\))?$/u;

/** True for a paragraph that is such a line and nothing else, in whatever language. */
export function isNotice(block: BlockJson): boolean {
  if (block.type !== 'paragraph' || block.content?.length !== 1) return false;
  const [node] = block.content;
  if (node?.type !== 'text' || node.marks?.length !== 1 || node.marks[0]?.type !== 'bold') return false;
  const { text } = node;
  return embargoLeads.some((lead) => text.startsWith(`${lead} `) && DATED.test(text.slice(lead.length + 1)));
}
