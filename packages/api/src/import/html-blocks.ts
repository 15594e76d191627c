import type { Block, Document, Inline, Paragraph } from '@viewpoints/domain/articles/document';
import { documentText } from '@viewpoints/domain/articles/document-text';
import { findEmbedTarget } from '@viewpoints/domain/articles/embed-target';
import { isPullQuote, markedFurniture } from './html-furniture.ts';
import { type InlineContext, inlineContent } from './html-inline.ts';
import { isDataTable, tableBlock } from './html-table.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  lineOf,
  oneLine,
  rawText,
} from './html-tree.ts';
import type { PageBlock } from './page.ts';
import { textBlocks } from './text-blocks.ts';

export type BlockContext = InlineContext & {
  /** Length of the page's whole text. */
  whole: number;
  /** The element that is the article, where the page says so; all outside it is furniture. */
  article: HtmlElement | null;
  headline: HtmlElement | null;
};

type Place = { furniture: string | null; inArticle: boolean };
type Nested = Extract<Block, { type: 'blockQuote' }>['content'][number];

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const inlineNode = (node: HtmlNode) =>
  !isElement(node) || (!blockTags.has(node.tagName) && node.childNodes.every(inlineNode));

const textOf = (block: Block): string =>
  documentText({ type: 'doc', content: [block] } satisfies Document).text;

const pageBlock = (block: Block, line: number, furniture: string | null): PageBlock => ({
  block,
  text: textOf(block),
  line,
  furniture,
  headline: false,
});

/** Two line breaks in a row part paragraphs, as pages did before they used `<p>`. */
function splitAtBreaks(inlines: Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  const solid = inlines.filter((node) => node.type !== 'text' || node.text !== ' ');
  for (const node of inlines) {
    const next = solid[solid.indexOf(node) + 1];
    const before = solid[solid.indexOf(node) - 1];
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
    for (const paragraph of paragraphs(run, context))
      blocks.push(pageBlock(paragraph, line, place.furniture));
    run = [];
  };
  for (const node of element.childNodes) {
    if (isElement(node) && node.tagName === 'iframe') {
      flush();
      blocks.push(...embed(node, place));
    }
    if (isElement(node) && context.hidden(node)) continue;
    if (isElement(node) && node.tagName === 'img') blocks.push(...picture(node));
    if (!isElement(node) || inlineNode(node)) run.push(node);
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
  return { inArticle, furniture: markedFurniture(element, context.whole, inArticle) ?? here };
}

function blocksOf(element: HtmlElement, context: BlockContext, outer: Place): PageBlock[] {
  if (context.notes.holdsNote(element)) return [];
  const place = placeOf(element, context, outer);
  const line = lineOf(element);
  const one = (block: Block | null): PageBlock[] =>
    block === null ? [] : [pageBlock(block, line, place.furniture)];
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
      return one(quote(element, context));
    case 'aside':
      return isPullQuote(element)
        ? one(quote(element, context))
        : blocksBelow(element, context, place);
    case 'hr':
      return one({ type: 'divider' });
    case 'pre':
      return preformatted(element, place);
    case 'table':
      return isDataTable(element)
        ? one(tableBlock(element, context))
        : blocksBelow(element, context, place);
    default:
      if (isPullQuote(element)) return one(quote(element, context));
      return blocksBelow(element, context, place);
  }
}

function heading(element: HtmlElement, context: BlockContext, place: Place): PageBlock[] {
  const content = inlineContent(element.childNodes, context);
  const level = Math.min(4, Math.max(2, Number(element.tagName.slice(1)))) as 2 | 3 | 4;
  const block = pageBlock(
    { type: 'heading', attrs: { level }, content },
    lineOf(element),
    place.furniture,
  );
  if (block.text === '') return [];
  const isHeadline = element === context.headline;
  return [{ ...block, headline: isHeadline, furniture: isHeadline ? null : block.furniture }];
}

/** What may stand in a list item or a quote: paragraphs and lists; anything else as paragraphs. */
function nested(element: HtmlElement, context: BlockContext): Nested[] {
  return blocksBelow(element, context, { furniture: null, inArticle: true }).flatMap(
    ({ block }): Nested[] => {
      switch (block.type) {
        case 'paragraph':
        case 'bulletList':
        case 'orderedList':
          return [block];
        case 'blockQuote':
          return block.content;
        case 'heading':
        case 'pullQuote':
          return [{ type: 'paragraph', content: block.content }];
        default:
          return [];
      }
    },
  );
}

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
  if (content.length === 0) return null;
  if (!isPullQuote(element)) return { type: 'blockQuote', content };
  const inlines = content.flatMap((block) =>
    block.type === 'paragraph' ? (block.content ?? []) : [],
  );
  return { type: 'pullQuote', content: inlines };
}

/** Preformatted prose is text that was wrapped by hand; anything else is code. */
function preformatted(element: HtmlElement, place: Place): PageBlock[] {
  const text = rawText(element);
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  const sentences = text.match(/[a-z]{2}[.!?]\s/g)?.length ?? 0;
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

/** A frame of a site that is known here becomes an embed; all others show what nobody can check. */
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
