import type { BulletList, ListItem, OrderedList } from '@viewpoints/domain/document/blocks/list';
import type { Paragraph } from '@viewpoints/domain/document/blocks/paragraph';
import type { Numbering, WordParagraph } from '../read/word-blocks.ts';

/** A paragraph of a list, or one that goes on with the item before it (without a numbering). */
export type ListEntry = {
  numbering: Numbering | null;
  paragraph: Paragraph;
  from: WordParagraph;
};
/** A list with the paragraphs that it was made of. */
export type BuiltList = { list: List; from: WordParagraph[] };

type List = BulletList | OrderedList;
type Open = { level: number; list: List; last: Numbering };

/** Formats that are no numbers; Word has hundreds that are. */
export const isBullet = ({ format }: Numbering): boolean => format === 'bullet';

/** Formats that articles number with digits. */
export const hasDigits = ({ format }: Numbering): boolean => /^decimal/i.test(format);

/** Lists of paragraphs in a row, one within another as their levels say. */
export function buildLists(entries: readonly ListEntry[]): BuiltList[] {
  const lists: BuiltList[] = [];
  const open: Open[] = [];
  for (const { numbering, paragraph, from } of entries) {
    if (numbering === null) {
      lastItem(open.at(-1)?.list)?.content.push(paragraph);
      lists.at(-1)?.from.push(from);
      continue;
    }
    while ((open.at(-1)?.level ?? -1) > numbering.level && open.length > 1) open.pop();
    const top = open.at(-1);
    const item: ListItem = { type: 'listItem', content: [paragraph] };
    if (top !== undefined && top.level >= numbering.level && goesOn(top, numbering)) {
      top.list.content.push(item);
      top.last = numbering;
      lists.at(-1)?.from.push(from);
      continue;
    }
    const list = newList(numbering, item);
    if (top !== undefined && top.level >= numbering.level) open.pop();
    const parent = lastItem(open.at(-1)?.list);
    if (parent === undefined) lists.push({ list, from: [from] });
    else {
      parent.content.push(list);
      lists.at(-1)?.from.push(from);
    }
    open.push({ level: numbering.level, list, last: numbering });
  }
  return lists;
}

const lastItem = (list: List | undefined): ListItem | undefined => list?.content.at(-1);

/** Whether a paragraph belongs to the list before it: the same kind, and the next number. */
function goesOn({ list, last }: Open, numbering: Numbering): boolean {
  if (isBullet(numbering)) return list.type === 'bulletList';
  return list.type === 'orderedList' && numbering.number === last.number + 1;
}

const newList = (numbering: Numbering, item: ListItem): List =>
  isBullet(numbering)
    ? { type: 'bulletList', content: [item] }
    : { type: 'orderedList', attrs: { start: Math.max(0, numbering.number) }, content: [item] };
