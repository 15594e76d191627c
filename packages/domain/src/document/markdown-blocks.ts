import { type MarkdownToken, writeInline } from './markdown-inline.ts';

/** The lines of a block of text. */
export const markdownLines = (children: MarkdownToken[][]): string =>
  writeInline(children.flat(), '\\\n');

/** A block with something before its first line, and before each of the others. */
export function prefixLines(block: string, first: string, rest: string): string {
  return block
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n');
}
