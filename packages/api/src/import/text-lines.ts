import { endsSentence, joinsWithoutSpace } from './words.ts';

/** A run of lines parted from others by blank ones, as the file has them. */
export type Line = { text: string; line: number; indent: number };

const spaces = /[\p{Zs}\t]+/gu;

/** Lines of a file with every kind of space made one, grouped at blank lines. */
export function lineGroups(text: string, firstLine = 1): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const [index, raw] of text.split(/\r\n?|\n|\u2028|\u2029|\f/).entries()) {
    const line = raw.replace(/[\u200B\uFEFF]/g, '').replace(spaces, ' ');
    const words = line.trim();
    if (words === '') {
      if (group.length > 0) groups.push(group);
      group = [];
    } else {
      group.push({
        text: words,
        line: firstLine + index,
        indent: /^[\p{Zs}\t]*/u.exec(raw)?.[0].length ?? 0,
      });
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** A colon ends a line too where a list or a quote follows. */
const endsLine = (text: string) => endsSentence(text) || /[:：]$/.test(text);

/** No text is wrapped this wide: such a page has one line a paragraph. */
const WIDEST_WRAP = 132;

/**
 * Whether the break after `line` ends a paragraph. In wrapped text it does where a sentence ends
 * and the next word would still have fitted; in unwrapped text, where a sentence ends.
 */
function endsParagraph(line: Line, next: Line, width: number): boolean {
  if (!endsLine(line.text)) return false;
  if (next.indent > line.indent + 1) return true;
  if (width > WIDEST_WRAP) return true;
  const nextWord = next.text.split(' ')[0] ?? '';
  return line.text.length + 1 + nextWord.length <= width - 12;
}

/** Joins two lines: a soft hyphen goes, a hyphen at a line's end stays without a space. */
export function joinLines(texts: string[]): string {
  let joined = '';
  for (const text of texts) {
    if (joined.endsWith('\u00AD')) joined = joined.slice(0, -1) + text;
    else if (/\p{L}-$/u.test(joined) || joinsWithoutSpace(joined, text)) joined += text;
    else joined = joined === '' ? text : `${joined} ${text}`;
  }
  return joined.replaceAll('\u00AD', '');
}

/** Parts a group into paragraphs of joined lines. `width` is that of the page's longest line. */
export function paragraphs(group: Line[], width: number): { text: string; line: number }[] {
  const parts: Line[][] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined || endsParagraph(before, line, width)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => ({
    text: joinLines(lines.map((line) => line.text)),
    line: lines[0]?.line ?? 0,
  }));
}

/** The width at which a page's lines were wrapped, or its longest line where they were not. */
export function pageWidth(groups: Line[][]): number {
  return Math.max(0, ...groups.flat().map((line) => line.text.length));
}
