import { normaliseText } from '../text/normalise.ts';
import { headingSlug, uniqueSlug } from '../text/slug.ts';
import type { Heading } from './blocks/heading.ts';
import type { Document } from './document.ts';
import type { Inline } from './inline.ts';

/** A heading as it is shown: its index among the blocks, its level, text and anchor. */
export type DocumentHeading = { index: number; level: 2 | 3 | 4; text: string; id: string };

/**
 * The headings of a document, in order. Levels are closed up: who reads by headings looks for a
 * level that was left out. An anchor is made of the words (`s-five-small-words`), or of the
 * heading's number where these have no Latin form; no two are the same.
 */
export function documentHeadings(document: Document): DocumentHeading[] {
  const taken = new Set<string>();
  let level: 1 | 2 | 3 | 4 = 1;
  const headings: DocumentHeading[] = [];
  for (const [index, block] of document.content.entries()) {
    if (block.type !== 'heading') continue;
    level = shownLevel(block, level);
    const text = headingText(block);
    const slug = headingSlug(text, String(headings.length + 1));
    const id = uniqueSlug(`s-${slug}`, (candidate) => taken.has(candidate));
    taken.add(id);
    headings.push({ index, level, text, id });
  }
  return headings;
}

function shownLevel({ attrs }: Heading, before: number): 2 | 3 | 4 {
  return Math.min(attrs.level, before + 1) as 2 | 3 | 4;
}

const headingText = ({ content = [] }: Heading): string =>
  normaliseText(content.map(inlineText).join(''));

function inlineText(node: Inline): string {
  if (node.type === 'text') return node.text;
  return node.type === 'hardBreak' ? ' ' : '';
}
