import type { Block } from '@viewpoints/domain/document/blocks';
import type { Inline } from '@viewpoints/domain/document/inline';
import type { BlockContext } from '../html-blocks.ts';
import { inlineContent } from '../html-inline.ts';
import {
  attribute,
  elementsOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  rawText,
} from '../html-tree.ts';
import type { PostPicture } from './post-pictures.ts';

export type PostBlock = Block | PostPicture;

/** Attributes of elements that stand for more than markup can say, which no post has of its own. */
export const markers = {
  gallery: 'data-imported-gallery',
  address: 'data-imported-address',
} as const;

/** Never text: what runs, what is filled in, and what is drawn by commands. */
export const notText = new Set(
  'script style template noscript applet form input select textarea button svg math canvas head title link meta base'.split(
    ' ',
  ),
);

export const isPicture = ({ tagName }: HtmlElement) => tagName === 'img';

/** Elements that become blocks of their own, wherever they stand. */
export const setsItselfApart = (element: HtmlElement): boolean =>
  /^(?:img|iframe|object|embed|audio|video)$/.test(element.tagName) ||
  attribute(element, markers.gallery) !== null ||
  attribute(element, markers.address) !== null ||
  (element.tagName === 'figure' && figureKind(element) !== null);

type FigureKind = 'picture' | 'gallery' | 'embed' | 'recording' | 'table';

export const classIn = (element: HtmlElement, name: string) =>
  ` ${attribute(element, 'class') ?? ''} `.includes(` ${name} `);

export function figureKind(figure: HtmlElement): FigureKind | null {
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
export const groups = new Set(['div', 'section', 'article', 'main', 'center', 'figure', 'header']);

/** Scripts and the like, and what a page hides: often put there by those who broke into a site. */
export function isLeftOut(element: HtmlElement): boolean {
  if (notText.has(element.tagName)) return true;
  const style = attribute(element, 'style') ?? '';
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** The address of a frame, or of the film that pages of the 2000s showed by a program. */
export function frameAddress(frame: HtmlElement): string {
  const values = [frame, ...elementsOf(frame)].flatMap((element) => {
    if (element.tagName !== 'param') return [attribute(element, 'src'), attribute(element, 'data')];
    const isAddress = /^(?:movie|src|url)$/i.test(attribute(element, 'name') ?? '');
    return isAddress ? [attribute(element, 'value')] : [];
  });
  const [address = ''] = values.flatMap((value) => (value?.trim() ? [value.trim()] : []));
  return address.replace(/^\/\//, 'https://');
}

/** Whether the only thing before an element within another is space. */
export function beginsWith(element: HtmlElement, inside: HtmlElement): boolean {
  const left: HtmlNode[] = element.childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === inside) return true;
    if (isElement(node)) left.push(...node.childNodes.toReversed());
    else if (rawText(node).trim() !== '') return false;
  }
  return false;
}

export const captionOf = (figure: HtmlElement, context: BlockContext): Inline[] => {
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
export function nearestFigure(picture: HtmlElement, gallery: HtmlElement): HtmlElement | null {
  for (let at = picture.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (at === gallery) return null;
    if (at.tagName === 'figure' || at.tagName === 'li') return at;
  }
  return null;
}
