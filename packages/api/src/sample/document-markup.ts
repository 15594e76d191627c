import type { Block } from '@viewpoints/domain/document/blocks';
import { Document } from '@viewpoints/domain/document/document';
import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import { chartFromMarkup } from './chart-markup.ts';
import { inlineMarkup } from './inline-markup.ts';

/** A picture that markup refers to by key, as stored: size in pixels. */
export type MarkupPicture = { mediaId: string; width: number; height: number };

type ListBlock = Extract<Block, { type: 'orderedList' | 'bulletList' }>;
type TableBlock = Extract<Block, { type: 'table' }>;

const paragraph = (text: string): Extract<Block, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: inlineMarkup(text),
});

function listBlock(lines: string[], pattern: RegExp): { items: ListBlock['content'] } {
  const texts: string[] = [];
  for (const line of lines) {
    const item = pattern.exec(line);
    if (item) texts.push(line.slice(item[0].length));
    else texts.push(`${texts.pop() ?? ''} ${line.trim()}`);
  }
  return {
    items: texts.map((text) => ({
      type: 'listItem',
      content: [paragraph(text)],
    })),
  };
}

function tableBlock(lines: string[]): TableBlock {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
  const attrs = { colspan: 1, rowspan: 1, colwidth: null };
  return {
    type: 'table',
    content: rows
      .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)))
      .map((cells, row) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({
          type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          attrs,
          content: [paragraph(cell)],
        })),
      })),
  };
}

/** `![alternative text](key "credit") caption`; the credit may be left out. */
function figureBlock(text: string, pictures: ReadonlyMap<string, MarkupPicture>): Block {
  const figure = /^!\[([^\]]+)\]\(([a-z0-9-]+)(?: "([^"]*)")?\)\s*(.*)$/.exec(text);
  const [, alt = '', key = '', credit, caption = ''] = figure ?? [];
  const picture = pictures.get(key);
  if (!figure || !picture) throw new Error(`no picture for ${text.slice(0, 80)}`);
  return {
    type: 'figure',
    attrs: { ...picture, alt, credit: credit ?? null },
    ...(caption ? { content: inlineMarkup(caption) } : {}),
  };
}

/** `@[title](address) caption`: an embed from another site. */
function embedBlock(text: string): Block {
  const [, title, href, caption = ''] = /^@\[([^\]]+)\]\((\S+)\)\s*(.*)$/.exec(text) ?? [];
  if (title === undefined || href === undefined) throw new Error(`no embed: ${text.slice(0, 80)}`);
  const kind = findEmbedTarget(href)?.kind ?? 'other';
  return {
    type: 'embed',
    attrs: { kind, href, title, mediaId: null, alt: '' },
    ...(caption ? { content: inlineMarkup(caption) } : {}),
  };
}

function blockOf(lines: string[], pictures: ReadonlyMap<string, MarkupPicture>): Block {
  const first = lines[0] ?? '';
  const joined = lines.join(' ');
  const heading = /^(#{2,4}) /.exec(first);
  if (heading) {
    const level = heading[1]?.length as 2 | 3 | 4;
    return {
      type: 'heading',
      attrs: { level },
      content: inlineMarkup(joined.slice(level + 1)),
    };
  }
  if (first === '---') return { type: 'divider' };
  if (first.startsWith('![')) return figureBlock(joined, pictures);
  if (first.startsWith('@[')) return embedBlock(joined);
  if (first.startsWith('|')) return tableBlock(lines);
  if (first.startsWith('%')) return chartFromMarkup(lines);
  if (first.startsWith('>> ')) {
    const words = lines.map((line) => line.replace(/^>> ?/, '')).join(' ');
    return { type: 'pullQuote', content: inlineMarkup(words) };
  }
  if (first.startsWith('> ')) {
    const words = lines.map((line) => line.replace(/^> ?/, '')).join(' ');
    return { type: 'blockQuote', content: [paragraph(words)] };
  }
  if (first.startsWith('- ')) return { type: 'bulletList', content: listBlock(lines, /^- /).items };
  const ordered = /^(\d+)\. /.exec(first);
  if (ordered) {
    const items = listBlock(lines, /^\d+\. /).items;
    return {
      type: 'orderedList',
      attrs: { start: Number(ordered[1]) },
      content: items,
    };
  }
  return paragraph(joined);
}

/**
 * Reads the sample's markup: Markdown's headings (`##` to `####`), lists, tables, `> ` block
 * quotes, `---` and figures, with `@[title](address)` for an embed, `%lines Title` for a chart (`chart-markup.ts`), `>> ` for a pull quote and the
 * inline marks of `inline-markup.ts`. Blocks are parted by blank lines. Throws on what the document
 * schema refuses.
 */
export function documentFromMarkup(
  markup: string,
  pictures: ReadonlyMap<string, MarkupPicture> = new Map(),
): Document {
  const blocks = markup
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()));
  return Document.parse({
    type: 'doc',
    content: blocks.map((lines) => blockOf(lines, pictures)),
  });
}
