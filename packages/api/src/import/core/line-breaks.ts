import { type HtmlElement, type HtmlNode, isElement } from '../html-tree.ts';

/** Line breaks in these are as typed, or only set out the markup. */
const untouched = new Set(
  'pre code script style textarea table thead tbody tfoot tr td th caption colgroup ul ol dl select'.split(
    ' ',
  ),
);

/** Untouched themselves, with items that are not. */
const entered = new Set(['ul', 'ol', 'dl']);

/**
 * Makes the line breaks of a text into `<br>`, as WordPress does when it shows a post of its classic
 * editor: two in a row part paragraphs.
 * @param deep whether those within elements are breaks too; a post of blocks has markup for all of
 *   its own, and is classic only in what stands between the blocks
 */
export function breakLines(root: HtmlElement, { deep }: { deep: boolean }): void {
  const left: HtmlElement[] = [root];
  for (let element = left.pop(); element !== undefined; element = left.pop()) {
    if (!untouched.has(element.tagName))
      element.childNodes = element.childNodes.flatMap((node, at, nodes) =>
        withBreaks(node, nodes[at - 1]),
      );
    if (!deep) return;
    for (const node of element.childNodes)
      if (isElement(node) && (!untouched.has(node.tagName) || entered.has(node.tagName)))
        left.push(node);
  }
}

function withBreaks(node: HtmlNode, before: HtmlNode | undefined): HtmlNode[] {
  if (node.nodeName !== '#text' || !('value' in node) || !node.value.includes('\n')) return [node];
  const isAfterBreak = before !== undefined && isElement(before) && before.tagName === 'br';
  const text = isAfterBreak ? node.value.replace(/^[^\S\n]*\n/, '') : node.value;
  return text.split('\n').flatMap((value, at): HtmlNode[] => {
    const words: HtmlNode[] = value === '' ? [] : [{ ...node, value }];
    return at === 0 ? words : [lineBreak(node.parentNode), ...words];
  });
}

const lineBreak = (parentNode: HtmlNode['parentNode']): HtmlNode =>
  ({
    nodeName: 'br',
    tagName: 'br',
    attrs: [],
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    childNodes: [],
    parentNode,
  }) as unknown as HtmlElement;
