import type { Block } from '@viewpoints/domain/document/blocks';
import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { Inline } from '@viewpoints/domain/document/inline';
import { WebAddress } from '@viewpoints/domain/values';
import { type BlockContext, blocksBelow } from '../html-blocks.ts';
import { inlineContent } from '../html-inline.ts';
import { findNotes, type HtmlNotes } from '../html-notes.ts';
import { isDataTable, tableBlock } from '../html-table.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtml,
  rawText,
  textOfElement,
} from '../html-tree.ts';
import { breakLines } from './line-breaks.ts';
import type { Points } from './points.ts';
import { markers, postMarkup, storedNotes } from './post-markup.ts';
import { giveNotesBackLinks } from './post-notes.ts';
import { attachmentIn, type PostPicture, pictureAddress } from './post-pictures.ts';

export type PostBlock = Block | PostPicture;

export type PostSource = {
  content: string;
  /** The custom field in which Gutenberg has the words of footnotes; empty for none. */
  notes: string;
  /** The address of the post, which relative links are read against. */
  base: string | null;
  /** The pictures of a gallery: those of the ids, or the post's own if none are named. */
  gallery: (ids: readonly string[]) => PostPicture[];
};

/** Never text: what runs, what is filled in, and what is drawn by commands. */
const notText = new Set(
  'script style template noscript applet form input select textarea button svg math canvas head title link meta base'.split(
    ' ',
  ),
);

/** Deeper than any text: what walks the tree calls itself for each level. */
const MAX_DEPTH = 300;

/** Blocks of WordPress without text of their own that say nothing a reader would miss. */
const silentBlocks = new Set(['footnotes', 'spacer', 'separator', 'more', 'nextpage']);

/**
 * Reads the text of a post, of the classic editor or of blocks. What cannot be part of an article
 * is in the points, and nothing is left out without one.
 * @returns null if the text is nested deeper than can be read
 */
export function readPost(source: PostSource, points: Points): PostBlock[] | null {
  const markup = postMarkup(source.content, storedNotes(source.notes), points);
  const document = parseHtml(`<!doctype html><body>${markup}</body>`);
  const body = [...elementsOf(document)].find(({ tagName }) => tagName === 'body');
  if (body === undefined) return [];
  if (isTooDeep(body)) return null;
  reportBlocks(body, points);
  breakLines(body, { deep: !source.content.includes('<!-- wp:') });
  giveNotesBackLinks(body, points);
  return new PostReader(source, points, { body, notes: findNotes(document) }).read();
}

function isTooDeep(body: HtmlElement): boolean {
  const left: [HtmlElement, number][] = [[body, 0]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [element, depth] = next;
    if (depth > MAX_DEPTH) return true;
    for (const node of element.childNodes) if (isElement(node)) left.push([node, depth + 1]);
  }
  return false;
}

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

const isPicture = ({ tagName }: HtmlElement) => tagName === 'img';

/** Elements that become blocks of their own, wherever they stand. */
const setsItselfApart = (element: HtmlElement): boolean =>
  /^(?:img|iframe|object|embed|audio|video)$/.test(element.tagName) ||
  attribute(element, markers.gallery) !== null ||
  attribute(element, markers.address) !== null ||
  (element.tagName === 'figure' && figureKind(element) !== null);

type FigureKind = 'picture' | 'gallery' | 'embed' | 'recording' | 'table';

const classIn = (element: HtmlElement, name: string) =>
  ` ${attribute(element, 'class') ?? ''} `.includes(` ${name} `);

function figureKind(figure: HtmlElement): FigureKind | null {
  const inside = [...elementsOf(figure)];
  const pictures = inside.filter(isPicture).length;
  if (classIn(figure, 'wp-block-gallery') || pictures > 1) return 'gallery';
  if (pictures === 1) return 'picture';
  if (classIn(figure, 'wp-block-embed')) return 'embed';
  if (inside.some((each) => attribute(each, markers.address) !== null)) return 'embed';
  if (inside.some(({ tagName }) => tagName === 'iframe')) return 'embed';
  if (inside.some(({ tagName }) => /^(?:audio|video)$/.test(tagName))) return 'recording';
  return inside.some(({ tagName }) => tagName === 'table') ? 'table' : null;
}

/** Elements that only group others. */
const groups = new Set(['div', 'section', 'article', 'main', 'center', 'figure', 'header']);

class PostReader {
  readonly #source: PostSource;
  readonly #points: Points;
  readonly #body: HtmlElement;
  readonly #context: BlockContext;
  readonly #blocks: PostBlock[] = [];
  #run: HtmlNode[] = [];

  constructor(
    source: PostSource,
    points: Points,
    { body, notes }: { body: HtmlElement; notes: HtmlNotes },
  ) {
    this.#source = source;
    this.#points = points;
    this.#body = body;
    this.#context = {
      ...{ notes, hidden: isLeftOut, hiddenText: () => '', base: source.base },
      extent: { body, headline: null, prose: () => 0, text: () => 0 },
      ...{ article: null, headline: null },
    };
  }

  read(): PostBlock[] {
    this.#reportLeftOut();
    this.#walk(this.#body);
    this.#flush();
    return this.#blocks;
  }

  /** Reports each element that is left out, but not what is within it. */
  #reportLeftOut(): void {
    const left: HtmlNode[] = [...this.#body.childNodes];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (!isElement(node)) continue;
      if (notText.has(node.tagName)) this.#points.add('object', node.tagName);
      else if (isLeftOut(node)) this.#points.add('hidden', textOfElement(node));
      else left.push(...node.childNodes);
    }
  }

  #walk(container: HtmlElement): void {
    for (const node of container.childNodes) {
      if (!isElement(node)) this.#run.push(node);
      else if (isLeftOut(node) || this.#context.notes.holdsNote(node)) continue;
      else if (setsItselfApart(node)) this.#apart(node);
      else {
        const inside = this.#apartWithin(node);
        if (inside.length === 0) this.#whole(node);
        else if (groups.has(node.tagName)) {
          this.#flush();
          this.#walk(node);
          this.#flush();
        } else this.#besides(node, inside);
      }
    }
  }

  #whole(node: HtmlElement): void {
    if (node.tagName === 'table') this.#reportTable(node, isDataTable(node));
    if (!classIn(node, 'wp-block-verse')) {
      this.#run.push(node);
      return;
    }
    const verse: HtmlElement = { ...node, tagName: 'p', nodeName: 'p' };
    breakLines(verse, { deep: true });
    this.#run.push(verse);
  }

  #apartWithin(element: HtmlElement): HtmlElement[] {
    const found: HtmlElement[] = [];
    const left: HtmlNode[] = element.childNodes.toReversed();
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (!isElement(node) || isLeftOut(node)) continue;
      if (setsItselfApart(node)) found.push(node);
      else left.push(...node.childNodes.toReversed());
    }
    return found;
  }

  /** A picture within a paragraph, a list or a table stands before or after the whole of it. */
  #besides(node: HtmlElement, inside: HtmlElement[]): void {
    const words = textOfElement(node);
    const [first] = inside;
    const before = first !== undefined && words !== '' && beginsWith(node, first);
    for (const each of inside) {
      const siblings = each.parentNode?.childNodes;
      siblings?.splice(siblings.indexOf(each), 1);
      if (words !== '' && isPicture(each))
        this.#points.add('picture_in_line', attribute(each, 'alt') ?? '');
    }
    if (!before) this.#whole(node);
    for (const each of inside) this.#apart(each);
    if (before) this.#whole(node);
  }

  #flush(): void {
    if (this.#run.length === 0) return;
    const below = { ...this.#body, childNodes: this.#run };
    this.#run = [];
    const place = { furniture: null, inArticle: true };
    for (const { block } of blocksBelow(below, this.#context, place)) this.#blocks.push(block);
  }

  #apart(element: HtmlElement): void {
    this.#flush();
    const gallery = attribute(element, markers.gallery);
    const address = attribute(element, markers.address);
    if (gallery !== null) this.#gallery(gallery.split(',').map((id) => id.trim()));
    else if (address !== null) this.#address(address, []);
    else if (isPicture(element)) this.#picture(element, []);
    else if (/^(?:iframe|object|embed)$/.test(element.tagName)) this.#frame(element, []);
    else if (element.tagName === 'figure') this.#figure(element);
    else this.#recording(element, []);
  }

  #figure(figure: HtmlElement): void {
    const inside = [...elementsOf(figure)];
    const caption = captionOf(figure, this.#context);
    switch (figureKind(figure)) {
      case 'picture': {
        const picture = inside.find(isPicture);
        if (picture) this.#picture(picture, caption, attachmentIn(figure));
        break;
      }
      case 'gallery':
        this.#points.add('gallery');
        for (const picture of inside.filter(isPicture)) {
          const own = picture.parentNode === null ? null : nearestFigure(picture, figure);
          this.#picture(picture, own === null ? [] : captionOf(own, this.#context));
        }
        this.#paragraph(caption);
        break;
      case 'embed': {
        const frame = inside.find(({ tagName }) => tagName === 'iframe');
        const marked = inside
          .map((each) => attribute(each, markers.address))
          .find((address) => address !== null);
        if (marked) this.#address(marked, caption);
        else if (frame) this.#frame(frame, caption);
        else {
          const words = inside.filter(({ tagName }) => tagName !== 'figcaption').map(textOfElement);
          const address = words.find((each) => /^https?:\/\/\S+$/.test(each));
          if (address === undefined) this.#walk(figure);
          else this.#address(address, caption);
        }
        break;
      }
      case 'recording': {
        const recording = inside.find(({ tagName }) => /^(?:audio|video)$/.test(tagName));
        if (recording) this.#recording(recording, caption);
        break;
      }
      case 'table': {
        const table = inside.find(({ tagName }) => tagName === 'table');
        const block = table === undefined ? null : tableBlock(table, this.#context);
        if (table !== undefined) this.#reportTable(table, true);
        if (block !== null) this.#blocks.push(block);
        this.#paragraph(caption);
        break;
      }
      case null:
        this.#walk(figure);
    }
  }

  #reportTable(table: HtmlElement, isData: boolean): void {
    if (!isData) this.#points.add('table_lines', textOfElement(table));
    const rows = [...elementsOf(table)].filter(({ tagName }) => tagName === 'tr').length;
    if (isData && rows > 500) this.#points.add('table_cut', `${rows} rows`);
  }

  #picture(element: HtmlElement, caption: Inline[], attachment: string | null = null): void {
    const address = pictureAddress(element, this.#source.base);
    const alt = attribute(element, 'alt')?.trim() ?? '';
    if (address === null) {
      // A picture in the markup itself: there is no file to ask for.
      this.#points.add('picture_refused', alt);
      this.#paragraph(alt === '' ? caption : [{ type: 'text', text: alt }]);
      return;
    }
    const id = attachmentIn(element) ?? attachment;
    this.#blocks.push({ type: 'picture', address, attachment: id, alt, caption });
  }

  #gallery(ids: string[]): void {
    const pictures = this.#source.gallery(ids.filter((id) => id !== ''));
    this.#points.add(pictures.length === 0 ? 'gallery_missing' : 'gallery', ids.join(', '));
    this.#blocks.push(...pictures);
  }

  #frame(frame: HtmlElement, caption: Inline[]): void {
    const address = frameAddress(frame);
    if (address === '') this.#points.add('object', frame.tagName);
    else this.#address(address, caption, attribute(frame, 'title') ?? '');
  }

  #recording(element: HtmlElement, caption: Inline[]): void {
    const sources = [element, ...elementsOf(element)]
      .map((each) => attribute(each, 'src'))
      .filter((address) => address !== null && address !== '');
    this.#points.add('recording', sources[0] ?? '');
    if (sources[0]) this.#link(sources[0], caption);
    else this.#paragraph(caption);
  }

  /** What is shown of another site becomes an embed where articles have it, and a link elsewhere. */
  #address(address: string, caption: Inline[], title = ''): void {
    const target = findEmbedTarget(address);
    const href = WebAddress.safeParse(target?.page);
    if (target === null || !href.success) {
      if (!/\.(?:mp3|mp4|m4a|m4v|ogg|ogv|wav|webm)$/i.test(address))
        this.#points.add('embed_link', address);
      this.#link(address, caption);
      return;
    }
    const words = title.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed() || target.name;
    const attrs = { kind: target.kind, href: href.data, title: words, mediaId: null, alt: '' };
    this.#blocks.push(
      caption.length > 0 ? { type: 'embed', attrs, content: caption } : { type: 'embed', attrs },
    );
  }

  #link(address: string, caption: Inline[]): void {
    const url = URL.parse(address, this.#source.base ?? undefined);
    const href = WebAddress.safeParse(url?.href);
    const text = address.slice(0, 2000).toWellFormed();
    this.#paragraph([
      href.success
        ? { type: 'text', text, marks: [{ type: 'link', attrs: { href: href.data } }] }
        : { type: 'text', text },
    ]);
    this.#paragraph(caption);
  }

  #paragraph(content: Inline[]): void {
    if (content.length > 0) this.#blocks.push({ type: 'paragraph', content });
  }
}

/** Scripts and the like, and what a page hides: often put there by those who broke into a site. */
function isLeftOut(element: HtmlElement): boolean {
  if (notText.has(element.tagName)) return true;
  const style = attribute(element, 'style') ?? '';
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** The address of a frame, or of the film that pages of the 2000s showed by a program. */
function frameAddress(frame: HtmlElement): string {
  const values = [frame, ...elementsOf(frame)].flatMap((element) => {
    if (element.tagName !== 'param') return [attribute(element, 'src'), attribute(element, 'data')];
    const isAddress = /^(?:movie|src|url)$/i.test(attribute(element, 'name') ?? '');
    return isAddress ? [attribute(element, 'value')] : [];
  });
  const [address = ''] = values.flatMap((value) => (value?.trim() ? [value.trim()] : []));
  return address.replace(/^\/\//, 'https://');
}

/** Whether the only thing before an element within another is space. */
function beginsWith(element: HtmlElement, inside: HtmlElement): boolean {
  const left: HtmlNode[] = element.childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === inside) return true;
    if (isElement(node)) left.push(...node.childNodes.toReversed());
    else if (rawText(node).trim() !== '') return false;
  }
  return false;
}

const captionOf = (figure: HtmlElement, context: BlockContext): Inline[] => {
  const own = figure.childNodes.filter(isElement).find(({ tagName }) => tagName === 'figcaption');
  return own === undefined ? [] : trimmed(inlineContent(own.childNodes, context));
};

/** Without spaces and breaks alone: they are no caption. */
const trimmed = (inlines: Inline[]): Inline[] =>
  inlines.some(
    (node) => node.type === 'footnote' || (node.type === 'text' && node.text.trim() !== ''),
  )
    ? inlines
    : [];

/** The figure around a picture of a gallery; null if that is the gallery itself. */
function nearestFigure(picture: HtmlElement, gallery: HtmlElement): HtmlElement | null {
  for (let at = picture.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at === gallery) return null;
    if (at.tagName === 'figure' || at.tagName === 'li') return at;
  }
  return null;
}
