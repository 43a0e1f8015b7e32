import type { MarkJson } from '../../document/json';
import type { MarkName } from '../../document/blockNames';
import type { Spacing } from './inlineRun';
import { attr, type Element } from './tree';

/** What holds for text at one place of the tree. */
export interface TextStyle {
  marks: readonly MarkJson[];
  spacing: Spacing;
}

/** The declarations of a `style` attribute, names and values in lower case. */
export function declarationsOf(element: Element): ReadonlyMap<string, string> {
  const style = attr(element, 'style');
  if (style === null) return none;
  return new Map(
    style.split(';').flatMap((declaration): [string, string][] => {
      const colon = declaration.indexOf(':');
      return colon < 0
        ? []
        : [
            [
              declaration.slice(0, colon).trim().toLowerCase(),
              declaration
                .slice(colon + 1)
                .trim()
                .toLowerCase(),
            ],
          ];
    }),
  );
}
const none: ReadonlyMap<string, string> = new Map();

export const withMark = (style: TextStyle, mark: MarkJson): TextStyle => ({
  ...style,
  marks: [...style.marks.filter(({ type }) => type !== mark.type), mark],
});

/** The style after what an element's `style` attribute plainly says; a weight of "normal" takes bold away again (Google Docs wraps whole copies in such a `b`). */
export function styled(style: TextStyle, element: Element): TextStyle {
  const said = declarationsOf(element);
  if (said.size === 0) return style;
  let result = style;
  const set = (name: Extract<MarkName, 'bold' | 'italic' | 'underline' | 'strike'>, on: boolean | null): void => {
    if (on === true) result = withMark(result, { type: name });
    else if (on === false) result = { ...result, marks: result.marks.filter(({ type }) => type !== name) };
  };
  const weight = said.get('font-weight');
  const slant = said.get('font-style');
  const line = said.get('text-decoration') ?? said.get('text-decoration-line') ?? '';
  const space = said.get('white-space') ?? '';
  set(
    'bold',
    weight === undefined
      ? null
      : /^(?:bold|bolder|[6-9]00)/u.test(weight)
        ? true
        : /^(?:normal|lighter|[1-5]00)/u.test(weight)
          ? false
          : null,
  );
  set(
    'italic',
    slant === undefined ? null : /^(?:italic|oblique)/u.test(slant) ? true : slant.startsWith('normal') ? false : null,
  );
  if (result.marks.every(({ type }) => type !== 'link') && /\bunderline\b/u.test(line)) set('underline', true);
  if (/\bline-through\b/u.test(line)) set('strike', true);
  if (style.spacing !== 'exact' && /^(?:pre|pre-wrap|break-spaces)(?:\s|$)/u.test(space)) result = { ...result, spacing: 'keep' };
  return result;
}

/** True where a page hides a part from every reader. */
export function isHidden(element: Element): boolean {
  if (attr(element, 'hidden') !== null) return true;
  const said = declarationsOf(element);
  return (
    /^none/u.test(said.get('display') ?? '') ||
    /^(?:hidden|collapse)/u.test(said.get('visibility') ?? '') ||
    said.get('mso-hide') === 'all'
  );
}
