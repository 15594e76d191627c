import { findEmbedTarget } from '@viewpoints/domain/document/embed-target';
import type { Inline } from '@viewpoints/domain/document/inline';
import { WebAddress } from '@viewpoints/domain/values';
import { type BlockContext, blocksBelow } from '../html-blocks.ts';
import { findNotes, type HtmlNotes } from '../html-notes.ts';
import { isDataTable, tableBlock } from '../html-table.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtml,
  textOfElement,
} from '../html-tree.ts';
import { breakLines } from './line-breaks.ts';
import type { Points } from './points.ts';
import {
  beginsWith,
  captionOf,
  classIn,
  figureKind,
  frameAddress,
  groups,
  isLeftOut,
  isPicture,
  markers,
  nearestFigure,
  notText,
  type PostBlock,
  setsItselfApart,
} from './post-elements.ts';
import { giveNotesBackLinks } from './post-notes.ts';
import { attachmentIn, type PostPicture, pictureAddress } from './post-pictures.ts';

/** The markup of a post, as the system shows it, and what is known of it besides. */
export type PostMarkup = {
  markup: string;
  /** The address of the post, which relative links are read against. */
  base: string | null;
  /** Which line breaks of the text are breaks for readers too. */
  lineBreaks: 'all' | 'outside_elements' | 'none';
  /** The pictures of a gallery: those of the ids, or the post's own if none are named. */
  gallery?: (ids: readonly string[]) => PostPicture[];
  /** The path of a picture's file within a directory; null for what has an address. */
  pictureFile?: (source: string) => string | null;
  /** Looks at the elements, or changes them, before they are read. */
  prepare?: (body: HtmlElement) => void;
};

/** Deeper than any text: what walks the tree calls itself for each level. */
const MAX_DEPTH = 300;

/**
 * Reads the text of a post. What cannot be part of an article is in the points, and nothing is left
 * out without one.
 * @returns null if the text is nested deeper than can be read
 */
export function readMarkup(post: PostMarkup, points: Points): PostBlock[] | null {
  const document = parseHtml(`<!doctype html><body>${post.markup}</body>`);
  const body = [...elementsOf(document)].find(({ tagName }) => tagName === 'body');
  if (body === undefined) return [];
  if (isTooDeep(body)) return null;
  post.prepare?.(body);
  if (post.lineBreaks !== 'none') breakLines(body, { deep: post.lineBreaks === 'all' });
  giveNotesBackLinks(body, points);
  return new PostReader(post, points, { body, notes: findNotes(document) }).read();
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

class PostReader {
  readonly #source: PostMarkup;
  readonly #points: Points;
  readonly #body: HtmlElement;
  readonly #context: BlockContext;
  readonly #blocks: PostBlock[] = [];
  #run: HtmlNode[] = [];

  constructor(
    source: PostMarkup,
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
    const { base, pictureFile } = this.#source;
    const file = pictureFile?.(attribute(element, 'src')?.trim() ?? '') ?? null;
    const address = pictureAddress(element, base);
    const alt = attribute(element, 'alt')?.trim().slice(0, 1000).toWellFormed() ?? '';
    if (address === null && file === null) {
      // A picture in the markup itself: there is no file to ask for.
      this.#points.add('picture_refused', alt);
      this.#paragraph(alt === '' ? caption : [{ type: 'text', text: alt }]);
      return;
    }
    const id = attachmentIn(element) ?? attachment;
    this.#blocks.push({ type: 'picture', address, file, attachment: id, alt, caption });
  }

  #gallery(ids: string[]): void {
    const pictures = this.#source.gallery?.(ids.filter((id) => id !== '')) ?? [];
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
