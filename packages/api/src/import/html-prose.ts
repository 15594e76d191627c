import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isInlineNode,
  oneLine,
} from './html-tree.ts';
import { isProse } from './words.ts';

/** How many characters of text, and of prose, an element of a page contains. */
export type Measured = {
  prose: (element: HtmlElement) => number;
  text: (element: HtmlElement) => number;
};

const notProse = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figcaption', 'address', 'a']);

type Run = { text: string; linked: number };

/** The words of nodes on one line, and how many of their characters are links. */
function runOf(nodes: HtmlNode[], skipped: (element: HtmlElement) => boolean): Run {
  let linked = 0;
  const words = (node: HtmlNode): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value;
    if (!isElement(node) || skipped(node)) return '';
    const inner = node.childNodes.map(words).join('');
    // A link within the page leads to another part of the same text.
    const href = node.tagName === 'a' ? (attribute(node, 'href') ?? '#') : '#';
    if (!href.startsWith('#')) linked += oneLine(inner).length;
    return inner;
  };
  return { text: oneLine(nodes.map(words).join('')), linked };
}

const amount = ({ text, linked }: Run) =>
  isProse(text) && linked < text.length / 2 ? text.length : 0;

/** How much of the text of nodes is links to other pages, from 0 to 1. */
export function linkedShare(nodes: HtmlNode[], skipped: (element: HtmlElement) => boolean): number {
  const { text, linked } = runOf(nodes, skipped);
  return text === '' ? 0 : linked / text.length;
}

/**
 * Measures the prose of a page: sentences that are not mostly links. What `skipped` names is not
 * looked into.
 */
export function measureText(
  root: HtmlElement,
  skipped: (element: HtmlElement) => boolean,
): Measured {
  const amounts = new Map<HtmlElement, { prose: number; text: number }>();
  const measure = (element: HtmlElement) => {
    const sum = { prose: 0, text: 0 };
    let nodes: HtmlNode[] = [];
    const flush = () => {
      const run = runOf(nodes, skipped);
      sum.text += run.text.length;
      if (!notProse.has(element.tagName)) sum.prose += amount(run);
      nodes = [];
    };
    for (const node of element.childNodes) {
      if (isElement(node) && skipped(node)) continue;
      if (isInlineNode(node)) nodes.push(node);
      else {
        flush();
        if (!isElement(node)) continue;
        const below = measure(node);
        sum.prose += below.prose;
        sum.text += below.text;
      }
    }
    flush();
    amounts.set(element, sum);
    return sum;
  };
  measure(root);
  return {
    prose: (element) => amounts.get(element)?.prose ?? 0,
    text: (element) => amounts.get(element)?.text ?? 0,
  };
}
