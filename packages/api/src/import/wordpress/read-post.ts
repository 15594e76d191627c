import type { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import type { PostPicture } from '../core/post-pictures.ts';
import { readMarkup } from '../core/read-markup.ts';
import { elementsOf, type HtmlElement } from '../html-tree.ts';
import { postMarkup, storedNotes } from './post-markup.ts';

export type PostSource = {
  content: string;
  /** The custom field in which Gutenberg has the words of footnotes; empty for none. */
  notes: string;
  /** The address of the post, which relative links are read against. */
  base: string | null;
  /** The pictures of a gallery: those of the ids, or the post's own if none are named. */
  gallery: (ids: readonly string[]) => PostPicture[];
};

/** Blocks of WordPress without text of their own that say nothing a reader would miss. */
const silentBlocks = new Set(['footnotes', 'spacer', 'separator', 'more', 'nextpage']);

/**
 * Reads the text of a post, of the classic editor or of blocks.
 * @returns null if the text is nested deeper than can be read
 */
export const readPost = (
  { content, notes, base, gallery }: PostSource,
  points: Points,
): PostBlock[] | null =>
  readMarkup(
    {
      markup: postMarkup(content, storedNotes(notes), points),
      ...{ base, gallery },
      // A post of blocks has markup for all of its own, and is classic only between the blocks.
      lineBreaks: content.includes('<!-- wp:') ? 'outside_elements' : 'all',
      prepare: (body) => reportBlocks(body, points),
    },
    points,
  );

/** Reports the blocks that have no text in the export, since WordPress fills them when it shows them. */
function reportBlocks(body: HtmlElement, points: Points): void {
  for (const { childNodes } of [body, ...elementsOf(body)])
    for (const node of childNodes) {
      if (node.nodeName !== '#comment' || !('data' in node)) continue;
      const name = /^\s*wp:([a-z][\w-]*(?:\/[\w-]+)?)\s[\s\S]*\/$/.exec(node.data)?.[1];
      if (name === undefined || silentBlocks.has(name)) continue;
      const address = /"url":"([^"]{1,250})"/.exec(node.data)?.[1];
      points.add('block_left_out', address === undefined ? name : `${name} ${address}`);
    }
}
