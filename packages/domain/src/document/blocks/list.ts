import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind, type Path, partKind } from '../block-kind.ts';
import { prefixLines } from '../markdown-blocks.ts';
import { Paragraph, paragraph } from './paragraph.ts';

export const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.discriminatedUnion('type', [Paragraph, OrderedList, BulletList])).min(1);
  },
});
export type ListItem = z.infer<typeof ListItem>;

export const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0) }),
  get content() {
    return z.array(ListItem).min(1);
  },
});
export type OrderedList = z.infer<typeof OrderedList>;

export const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(ListItem).min(1);
  },
});
export type BulletList = z.infer<typeof BulletList>;

/** Blocks allowed inside another block: prose and lists. */
export const Nested = z.discriminatedUnion('type', [Paragraph, OrderedList, BulletList]);
export type Nested = z.infer<typeof Nested>;

/** The blocks inside another in their one form. */
export const normaliseNested = (blocks: readonly Nested[]): Nested[] =>
  blocks.flatMap((block): Nested[] => {
    if (block.type === 'paragraph') return paragraph.normalise(block);
    return block.type === 'bulletList' ? bulletList.normalise(block) : orderedList.normalise(block);
  });

const normaliseItems = (items: readonly ListItem[]): ListItem[] =>
  items.flatMap((item) => {
    const content = normaliseNested(item.content);
    return content.length > 0 ? [{ type: 'listItem', content }] : [];
  });

/** Two lists in a row would be one; neighbours differ in their marker, and so stay apart. */
const isOdd = (path: Path): boolean => (path.at(-1) ?? 0) % 2 === 1;

export const bulletList = blockKind({
  schema: BulletList,
  name: 'bullet list',
  holds: 'blocks',
  becomes: 'list',
  normalise(block) {
    const content = normaliseItems(block.content);
    return content.length > 0 ? [{ ...block, content }] : [];
  },
  html: (_, items) => element('ul', {}, items.join('')),
  markdown(_, items, { path }) {
    const bullet = isOdd(path) ? '* ' : '- ';
    return items.map((item) => prefixLines(item, bullet, '  ')).join('\n');
  },
});

export const orderedList = blockKind({
  schema: OrderedList,
  name: 'numbered list',
  holds: 'blocks',
  becomes: 'list',
  normalise(block) {
    const content = normaliseItems(block.content);
    return content.length > 0 ? [{ ...block, content }] : [];
  },
  html: (node, items) =>
    element('ol', { start: node.attrs.start === 1 ? null : node.attrs.start }, items.join('')),
  markdown(node, items, { path }) {
    // Markdown counts to nine digits.
    const start = Math.min(node.attrs.start, 999_999_999 - items.length);
    const end = isOdd(path) ? ') ' : '. ';
    return items
      .map((item, index) => {
        const marker = `${start + index}${end}`;
        return prefixLines(item, marker, ' '.repeat(marker.length));
      })
      .join('\n');
  },
});

export const listItem = partKind<ListItem>()({
  name: 'list item',
  holds: 'blocks',
  html: (_, children) => element('li', {}, children.join('')),
  markdown: (_, children) => children.join('\n\n'),
});
