import { normaliseText } from '../text/normalise.ts';
import { hasUnspacedScript } from '../text/words.ts';
import { type Block, type BlockNode, contentOfNode, kindOfBlock } from './blocks.ts';
import type { Document } from './document.ts';
import { type DocumentPositions, TextWriter } from './document-positions.ts';
import type { Inline } from './inline.ts';
import { plainWords } from './inline-words.ts';

/** The normalised plain text of a document (UTF-16), with a position map both ways. */
export type DocumentText = { text: string; positions: DocumentPositions };

/**
 * The plain text that quotes are slices of: each block's text normalised as `normaliseText` does,
 * blocks joined by one space, footnotes after the body in order. A hard break counts as a space.
 * The document need not be normalised: the text is the same before and after, but for characters
 * that are not seen. Documents saved under earlier rules have some, and their quotes count them.
 */
export function documentText(document: Document): DocumentText {
  const writer = new TextWriter();
  for (const { content, path } of blocksInOrder(document)) {
    writer.startBlock();
    content.forEach((node, index) => {
      if (node.type !== 'footnote') writer.write(node, [...path, index]);
    });
  }
  return writer.finish();
}

/**
 * The plain text alone. That of a block is read once: of a text in which somebody types, all blocks but one
 * are those that they were.
 */
export function plainText(document: Document): string {
  const parts = document.content.map(partsOf);
  return [...parts.flatMap(({ body }) => body), ...parts.flatMap(({ notes }) => notes)].join(' ');
}

/** The text of a block, and that of its footnotes. */
type Parts = { body: string[]; notes: string[] };
const known = new WeakMap<BlockNode, Parts>();

function partsOf(block: Block): Parts {
  const found = known.get(block);
  if (found !== undefined) return found;
  const parts: Parts = { body: [], notes: [] };
  const lines = [...textBlocks([block])];
  for (const { content } of lines) {
    add(parts.body, content);
    for (const node of content) if (node.type === 'footnote') add(parts.notes, node.content);
  }
  known.set(block, parts);
  return parts;
}

function add(texts: string[], content: readonly Inline[]): void {
  const writer = new TextWriter();
  writer.startBlock();
  content.forEach((node, index) => {
    if (node.type !== 'footnote') writer.write(node, [index]);
  });
  const { text } = writer.finish();
  if (text !== '') texts.push(text);
}

/**
 * The same text block by block (paragraphs, headings, captions, cells, footnotes), empty ones left
 * out, each normalised: joined by one space they are the text of the normalised document.
 */
export function blockTexts(document: Document): string[] {
  return [...blocksInOrder(document)]
    .map(({ content }) => normaliseText(content.map(plainWords).join('')))
    .filter((text) => text !== '');
}

/**
 * Titles of its blocks (callouts, embeds) and other texts of their attributes (the cells of a chart), which are
 * no part of the text that quotes are taken of.
 */
export function blockTitles(document: Document): string[] {
  return document.content
    .flatMap((block) => {
      const kind = kindOfBlock(block);
      return [kind.title?.(block) ?? '', ...(kind.texts?.(block) ?? [])];
    })
    .filter((title) => title !== '');
}

/** The blocks of the body, then those of its footnotes. */
function* blocksInOrder(document: Document): Generator<TextBlock> {
  const blocks = [...textBlocks(document.content)];
  yield* blocks;
  for (const { content, path } of blocks)
    for (const [index, node] of content.entries())
      if (node.type === 'footnote') yield { content: node.content, path: [...path, index] };
}

type TextBlock = { content: readonly Inline[]; path: number[] };

function* textBlocks(nodes: readonly BlockNode[], path: number[] = []): Generator<TextBlock> {
  for (const [index, node] of nodes.entries()) {
    const here = [...path, index];
    const content = contentOfNode(node);
    if (content.holds === 'blocks') yield* textBlocks(content.content, here);
    else if (content.holds !== 'nothing') yield { content: content.content, path: here };
  }
}

/** How many words a reader reads, footnotes and captions included. */
export function wordCount(document: Document): number {
  return countWords(documentText(document).text);
}

/** Words in normalised text: runs between spaces that contain a letter or a number. */
export function countWords(text: string): number {
  if (!hasUnspacedScript(text)) {
    return text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return Iterator.from(segments).reduce((n, { isWordLike }) => (isWordLike ? n + 1 : n), 0);
}

/** Silent reading of non-fiction in English (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 238;

/** Whole minutes that many words take to read; at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
