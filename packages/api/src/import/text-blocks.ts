import type { Block } from '@viewpoints/domain/document/blocks';
import type { Inline } from '@viewpoints/domain/document/inline';
import type { PageBlock } from './page.ts';
import { dateLine } from './page-dates.ts';
import { joinLines, type Line, lineGroups, pageWidth, paragraphs } from './text-lines.ts';
import { textNotes, withNotes } from './text-notes.ts';

type ListBlock = Extract<Block, { type: 'orderedList' | 'bulletList' }>;

const bullet = /^(?:[-*•‣–]|[oO](?= {2,}))\s+/u;
const numbered = /^(\d{1,3})[.)]\s+/;
const quoted = /^>\s?/;
const underline = /^(?:=+|-{3,}|~{3,}|_{3,}|\*{3,}|(?:[*-] ){2,}[*-])$/;

const inline = (text: string): Inline[] => [{ type: 'text', text }];
const pageBlock = (block: Block, text: string, line: number): PageBlock => ({
  block,
  text,
  line,
  furniture: null,
  headline: false,
  linked: 0,
});

/** Lines of a list with what is indented under each joined to it; null if this is no list. */
function listBlock(lines: Line[], marker: RegExp, content: (text: string) => Inline[]) {
  const [first] = lines;
  if (first === undefined || !marker.test(first.text)) return null;
  const items: string[][] = [];
  for (const line of lines) {
    if (marker.test(line.text)) items.push([line.text.replace(marker, '')]);
    else items.at(-1)?.push(line.text);
  }
  const start = Number(numbered.exec(first.text)?.[1] ?? 1);
  const listItems: ListBlock['content'] = items.map((texts) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: content(joinLines(texts)) }],
  }));
  const list: ListBlock =
    marker === numbered
      ? { type: 'orderedList', attrs: { start }, content: listItems }
      : { type: 'bulletList', content: listItems };
  // A single numbered line is more often a heading or a year than a list.
  if (marker === numbered && items.length < 2) return null;
  return pageBlock(list, items.map(joinLines).join(' '), first.line);
}

function groupBlocks(
  group: Line[],
  width: number,
  content: (text: string) => Inline[],
): PageBlock[] {
  const [first, second] = group;
  if (first === undefined) return [];
  if (underline.test(first.text)) {
    const rest = groupBlocks(group.slice(1), width, content);
    return [pageBlock({ type: 'divider' }, '', first.line), ...rest];
  }
  // A date of its own line is its own block, whatever follows without a blank line.
  if (dateLine(first.text) !== null) {
    const block = pageBlock(
      { type: 'paragraph', content: inline(first.text) },
      first.text,
      first.line,
    );
    return [block, ...groupBlocks(group.slice(1), width, content)];
  }
  if (second !== undefined && /^(?:=+|-{3,})$/.test(second.text)) {
    const level = second.text.startsWith('=') ? 2 : 3;
    const heading: Block = { type: 'heading', attrs: { level }, content: content(first.text) };
    const rest = groupBlocks(group.slice(2), width, content);
    return [pageBlock(heading, first.text, first.line), ...rest];
  }
  if (group.every((line) => quoted.test(line.text))) {
    const inner = group.map((line) => ({ ...line, text: line.text.replace(quoted, '') }));
    const parts = paragraphs(inner, width);
    const block: Block = {
      type: 'blockQuote',
      content: parts.map(({ text }) => ({ type: 'paragraph', content: content(text) })),
    };
    return [pageBlock(block, parts.map(({ text }) => text).join(' '), first.line)];
  }
  const list = listBlock(group, bullet, content) ?? listBlock(group, numbered, content);
  if (list !== null) return [list];
  return paragraphs(group, width).map(({ text, line }) =>
    pageBlock({ type: 'paragraph', content: content(text) }, text, line),
  );
}

/** Reads plain text as blocks: paragraphs, lists, quotes, underlined headings and `[1]` notes. */
export function textBlocks(text: string, firstLine = 1): PageBlock[] {
  const groups = lineGroups(text, firstLine);
  const width = pageWidth(groups);
  const { body, notes } = textNotes(groups, width);
  return body.flatMap((group) => groupBlocks(group, width, (words) => withNotes(words, notes)));
}
