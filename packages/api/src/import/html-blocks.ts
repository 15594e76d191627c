import {
  type Block,
  type BlockNode,
  contentOfNode,
  kindOfBlock,
} from '@viewpoints/domain/document/blocks';
import type { Nested } from '@viewpoints/domain/document/blocks/list';
import type { Paragraph } from '@viewpoints/domain/document/blocks/paragraph';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { Inline } from '@viewpoints/domain/document/inline';
import { type Extent, markedFurniture } from './html-furniture.ts';
import { type InlineContext, inlineContent } from './html-inline.ts';
import { linkedShare } from './html-prose.ts';
import { setApartAs } from './html-set-apart.ts';
import { isDataTable, tableBlock } from './html-table.ts';
import {
  ancestorsOf,
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isInlineNode,
  lineOf,
  oneLine,
  rawText,
} from './html-tree.ts';
import type { PageBlock } from './page.ts';
import { textBlocks } from './text-blocks.ts';

export type BlockContext = InlineContext & {
  extent: Extent;
  /** The element that is the article; all outside it is furniture. */
  article: HtmlElement | null;
  headline: HtmlElement | null;
};

type Place = { furniture: string | null; inArticle: boolean };

const textOf = (block: Block): string =>
  documentText({ type: 'doc', content: [block] } satisfies Document).text;

const pageBlock = (
  block: Block,
  line: number,
  furniture: string | null,
  linked = 0,
): PageBlock => ({ block, text: textOf(block), line, furniture, headline: false, linked });

/** Two line breaks in a row part paragraphs, as pages did before they used `<p>`. */
function splitAtBreaks(inlines: Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  const solid = inlines.filter((node) => node.type !== 'text' || node.text !== ' ');
  let place = -1;
  for (const node of inlines) {
    // What is left out of `solid` is no break, and needs no neighbours.
    if (node === solid[place + 1]) place += 1;
    const next = solid[place + 1];
    const before = solid[place - 1];
    if (node.type === 'hardBreak' && next?.type === 'hardBreak') continue;
    if (node.type === 'hardBreak' && before?.type === 'hardBreak') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts.map(withoutEdgeBreaks).filter((part) => part.length > 0);
}

const isBlank = (node: Inline | undefined) =>
  node !== undefined &&
  (node.type === 'hardBreak' || (node.type === 'text' && node.text.trim() === ''));

function withoutEdgeBreaks(inlines: Inline[]): Inline[] {
  const part = [...inlines];
  while (isBlank(part[0])) part.shift();
  while (isBlank(part.at(-1))) part.pop();
  return part;
}

function paragraphs(nodes: HtmlNode[], context: BlockContext): Paragraph[] {
  return splitAtBreaks(inlineContent(nodes, context)).map((content) => ({
    type: 'paragraph',
    content,
  }));
}

/** Every block below an element, in order, each with what its surroundings say it is. */
export function blocksBelow(
  element: HtmlElement,
  context: BlockContext,
  place: Place,
): PageBlock[] {
  const blocks: PageBlock[] = [];
  let run: HtmlNode[] = [];
  const flush = () => {
    const line = lineOf(run.find((node) => rawText(node).trim() !== '') ?? element);
    const linked = linkedShare(run, context.hidden);
    for (const paragraph of paragraphs(run, context))
      blocks.push(pageBlock(paragraph, line, place.furniture, linked));
    run = [];
  };
  for (const node of element.childNodes) {
    if (isElement(node) && node.tagName === 'iframe') {
      flush();
      blocks.push(...embed(node, place));
    }
    if (isElement(node) && context.hidden(node)) {
      blocks.push(...hiddenWords(node, context));
      continue;
    }
    if (isElement(node) && node.tagName === 'img') blocks.push(...picture(node));
    if (!isElement(node) || isInlineNode(node)) run.push(node);
    else {
      flush();
      blocks.push(...blocksOf(node, context, place));
    }
  }
  flush();
  return blocks;
}

function placeOf(element: HtmlElement, context: BlockContext, outer: Place): Place {
  const inArticle = outer.inArticle || element === context.article;
  const here = context.article === element ? null : outer.furniture;
  return { inArticle, furniture: markedFurniture(element, context.extent, inArticle) ?? here };
}

function blocksOf(element: HtmlElement, context: BlockContext, outer: Place): PageBlock[] {
  if (context.notes.holdsNote(element)) return [];
  const place = placeOf(element, context, outer);
  const line = lineOf(element);
  const one = (block: Block | null): PageBlock[] =>
    block === null
      ? []
      : [pageBlock(block, line, place.furniture, linkedShare(element.childNodes, context.hidden))];
  const apart = setApartAs(element);
  const readApart = () => apart?.read(element, (inside) => nested(inside, context)) ?? null;
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, context, place);
    case 'ul':
    case 'ol':
      return one(list(element, context));
    case 'blockquote':
      return one(apart === null ? quote(element, context) : readApart());
    case 'figcaption':
      return blocksBelow(element, context, {
        ...place,
        furniture: place.furniture ?? captionOf(element),
      });
    case 'hr':
      return one({ type: 'divider' });
    case 'pre':
      return preformatted(element, place);
    case 'table':
      return isDataTable(element)
        ? one(tableBlock(element, context))
        : blocksBelow(element, context, place);
    default:
      return apart === null ? blocksBelow(element, context, place) : one(readApart());
  }
}

function heading(element: HtmlElement, context: BlockContext, place: Place): PageBlock[] {
  const content = inlineContent(element.childNodes, context);
  const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1)))) as 2 | 3 | 4;
  const block = pageBlock(
    { type: 'heading', attrs: { level }, content },
    lineOf(element),
    place.furniture,
    linkedShare(element.childNodes, context.hidden),
  );
  if (block.text === '') return [];
  const isHeadline = element === context.headline;
  return [{ ...block, headline: isHeadline, furniture: isHeadline ? null : block.furniture }];
}

/** Content of a list item or a quote: paragraphs and lists; anything else as paragraphs. */
const nested = (element: HtmlElement, context: BlockContext): Nested[] =>
  blocksBelow(element, context, { furniture: null, inArticle: true }).flatMap(({ block }) =>
    asNested(block),
  );

function asNested(block: Block): Nested[] {
  if (isNested(block)) return [block];
  const content = contentOfNode(block);
  if (content.holds === 'blocks') return content.content.filter(isNested);
  // The caption of something that is not text says nothing without it.
  const isText = content.holds === 'inlines' && kindOfBlock(block).pictureId === undefined;
  return isText ? [{ type: 'paragraph', content: [...content.content] }] : [];
}

const isNested = (node: BlockNode): node is Nested =>
  ['paragraph', 'bulletList', 'orderedList'].includes(node.type);

function list(element: HtmlElement, context: BlockContext): Block | null {
  const items = element.childNodes
    .filter(isElement)
    .filter((child) => !context.hidden(child) && !context.notes.holdsNote(child))
    .map((child) => nested(child, context))
    .filter((content) => content.length > 0)
    .map((content) => ({ type: 'listItem' as const, content }));
  if (items.length === 0) return null;
  if (element.tagName === 'ul') return { type: 'bulletList', content: items };
  const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
  return {
    type: 'orderedList',
    attrs: { start: Number.isInteger(start) && start >= 0 ? start : 1 },
    content: items,
  };
}

function quote(element: HtmlElement, context: BlockContext): Block | null {
  const content = nested(element, context);
  return content.length === 0 ? null : { type: 'blockQuote', content };
}

/** Preformatted prose is text that was wrapped by hand; anything else is code. */
function preformatted(element: HtmlElement, place: Place): PageBlock[] {
  const text = rawText(element);
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  const sentences = text.match(/\p{Ll}{2}[.!?]\s|[。！？]/gu)?.length ?? 0;
  if (longest > 40 && sentences >= 2)
    return textBlocks(text, lineOf(element)).map((block) => ({
      ...block,
      furniture: place.furniture,
    }));
  const code: Block = {
    type: 'codeBlock',
    attrs: { language: null },
    content: [{ type: 'text', text }],
  };
  return text.trim() === '' ? [] : [pageBlock(code, lineOf(element), place.furniture)];
}

/** A frame of a known site becomes an embed; all others show what cannot be checked. */
function embed(element: HtmlElement, place: Place): PageBlock[] {
  const target = findEmbedTarget(
    (attribute(element, 'src') ?? '').trim().replace(/^\/\//, 'https://'),
  );
  if (target === null) return [];
  const title = oneLine(attribute(element, 'title') ?? '').slice(0, 300) || target.name;
  const attrs = { kind: target.kind, href: target.page, title, mediaId: null, alt: '' };
  // A frame has no words; its title says what was left out where it was.
  return [
    { ...pageBlock({ type: 'embed', attrs }, lineOf(element), place.furniture), text: title },
  ];
}

/** What the page hides is left out and reported: a script may have shown it, or may not. */
function hiddenWords(element: HtmlElement, context: BlockContext): PageBlock[] {
  const text = context.hiddenText(element);
  if (text === '') return [];
  const block: Block = { type: 'paragraph', content: [{ type: 'text', text }] };
  return [pageBlock(block, lineOf(element), 'hidden on the page')];
}

/** The caption of a picture goes where the picture goes; that of a table or a quote stays. */
function captionOf(element: HtmlElement): string | null {
  const [figure] = [...ancestorsOf(element)].filter(({ tagName }) => tagName === 'figure');
  const inside = figure === undefined ? [] : [...elementsOf(figure)];
  return inside.some(({ tagName }) => /^(?:img|picture|video|amp-img|noscript)$/.test(tagName))
    ? 'the caption of a picture: it goes with the picture, under Media'
    : null;
}

/** Pictures do not come along: a page names a file, not what it shows or who may print it. */
function picture(element: HtmlElement): PageBlock[] {
  const words = attribute(element, 'alt') ?? '';
  if (words.trim() === '') return [];
  const block = pageBlock(
    { type: 'paragraph', content: [{ type: 'text', text: words }] },
    lineOf(element),
    'a picture: upload it under Media, with its licence',
  );
  return [block];
}
