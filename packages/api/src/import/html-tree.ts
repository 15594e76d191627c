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

/** Every element below, parents before children. */
export function* elementsOf(parent: { childNodes: HtmlNode[] }): Generator<HtmlElement> {
  for (const node of parent.childNodes) {
    if (!isElement(node)) continue;
    yield node;
    yield* elementsOf(node);
  }
}

/** All text below, as it stands in the file with spaces made single. */
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
