import { oneLine } from '@viewpoints/domain/text/normalise';
import { parseFragment } from 'parse5';
import { type HtmlNode, isElement } from '../html-tree.ts';

/** The words of markup, on one line: titles and excerpts of WordPress may have tags and references. */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return oneLine(markup);
  const words: string[] = [];
  const left: HtmlNode[] = parseFragment(markup).childNodes.toReversed();
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
    else if (isElement(node) && !/^(?:script|style|template)$/.test(node.tagName)) {
      if (/^(?:p|br|div|li)$/.test(node.tagName)) words.push(' ');
      left.push(...node.childNodes.toReversed());
    }
  }
  return oneLine(words.join(''));
}
