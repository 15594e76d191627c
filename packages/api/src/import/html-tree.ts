import { normaliseText } from '@viewpoints/domain/text/normalise';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** The parsed page, through parse5's own tree; only what is used of it has names here. */
export type HtmlNode = DefaultTreeAdapterMap['childNode'];
export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlDocument = DefaultTreeAdapterMap['document'];

export function parseHtml(html: string): HtmlDocument {
  return parse(html, { sourceCodeLocationInfo: true });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null;
}

export function lineOf(node: HtmlNode): number {
  return node.sourceCodeLocation?.startLine ?? 0;
}

/** Every element below, parents before children. Uses a stack: pages nest hundreds deep. */
export function* elementsOf(parent: { childNodes: HtmlNode[] }): Generator<HtmlElement> {
  const left = parent.childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child !== undefined) left.push(child);
    }
  }
}

/** All text below, as in the file but with runs of spaces made single. */
export function rawText(node: HtmlNode | HtmlDocument): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  const parts = 'childNodes' in node ? node.childNodes.map(rawText) : [];
  return parts.join('');
}

/** Text in one line, as the domain has it. */
export const oneLine = normaliseText;

export function textOfElement(node: HtmlNode | HtmlDocument): string {
  return oneLine(rawText(node));
}

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const inline = new WeakMap<HtmlElement, boolean>();

/** Whether a node and all that is in it are inline. Called many times for one node. */
export function isInlineNode(node: HtmlNode): boolean {
  if (!isElement(node)) return true;
  const known = inline.get(node);
  if (known !== undefined) return known;
  const is = !blockTags.has(node.tagName) && node.childNodes.every(isInlineNode);
  inline.set(node, is);
  return is;
}

/** The ancestors of an element, the nearest first. */
export function* ancestorsOf(element: HtmlElement): Generator<HtmlElement> {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) yield at;
}
