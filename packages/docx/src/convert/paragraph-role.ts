import {
  ParagraphTarget,
  styleKey,
  type WordStyleTarget,
} from '@viewpoints/domain/imports/word-styles';
import { chainOf } from '../read/styles.ts';
import type { WordParagraph } from '../read/word-blocks.ts';

/** The role of a paragraph: by its list, by its style, or by its outline level. */
export type Role = ParagraphTarget | 'list' | 'indented_quote';

export type Targets = ReadonlyMap<string, WordStyleTarget>;

const headingOf = (outline: number): Role =>
  (['heading_2', 'heading_3'] as const)[outline] ?? 'heading_4';

/** From so far in, in twentieths of a point, a paragraph is set apart: one centimetre. */
const setApart = 560;

export function roleOf(paragraph: WordParagraph, targets: Targets): Role {
  const styled = styleRole(paragraph, targets);
  const isText = styled === null || styled === 'paragraph';
  if (!isText) return styled;
  if (paragraph.outline !== null) return headingOf(paragraph.outline);
  if (paragraph.numbering !== null) return 'list';
  if (paragraph.indent >= setApart && paragraph.firstLine === 0) return 'indented_quote';
  return 'paragraph';
}

/** The target of the style, or of the nearest that it is based on; null if no table has any of them. */
function styleRole({ style }: WordParagraph, targets: Targets): ParagraphTarget | null {
  for (const { name } of chainOf(style)) {
    const target = ParagraphTarget.safeParse(targets.get(styleKey(name)));
    if (target.success) return target.data;
  }
  return null;
}

/** Whether a paragraph after a list goes on with its last item. */
export const continuesList = ({ style, indent, firstLine }: WordParagraph): boolean =>
  (indent >= setApart / 2 && firstLine === 0) ||
  chainOf(style).some(({ name }) => /^list (?:continue|paragraph)/i.test(name));
