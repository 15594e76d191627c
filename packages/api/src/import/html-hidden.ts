import { measureText } from './html-prose.ts';
import {
  attribute,
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  oneLine,
  rawText,
} from './html-tree.ts';

/** Elements whose content no reader of the page sees as text. */
const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'canvas',
  'audio',
  'video',
  'map',
  'button',
  'input',
  'select',
  'textarea',
  'option',
  'datalist',
  'dialog',
  'noframes',
]);

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{3,}/i;
const hiddenClass =
  /^(?:hidden|hide|sr-only|visually-?hidden|screen-reader(?:-text)?|element-invisible|offscreen|d-none|is-hidden|noprint-only)$/i;

/** Class and id selectors that the page's own style sheets hide on screens. */
function hiddenSelectors(document: HtmlDocument): Set<string> {
  const selectors = new Set<string>();
  for (const element of elementsOf(document)) {
    if (element.tagName !== 'style' || attribute(element, 'media') === 'print') continue;
    const css = rawText(element).replace(/\/\*[\s\S]*?\*\//g, '');
    // Rules inside @media hold for some readers only.
    const plain = css.replace(/@[^{;]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    for (const [, selector = '', declarations = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!hidingStyle.test(declarations)) continue;
      for (const one of selector.split(','))
        if (/^[a-z0-9]*[.#][\w-]+$/i.test(one.trim()))
          selectors.add(one.trim().replace(/^[a-z0-9]+/i, ''));
    }
  }
  return selectors;
}

/** The invisible parts of a page: those that are never text, and those that its styles hide. */
export type HiddenParts = {
  isInvisible: (element: HtmlElement) => boolean;
  isHidden: (element: HtmlElement) => boolean;
};

/** Says of each element whether readers of the page see it as text. */
export function hiddenPartsOf(document: HtmlDocument): HiddenParts {
  const selectors = hiddenSelectors(document);
  const isHidden = (element: HtmlElement) => {
    if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true')
      return true;
    if (hidingStyle.test(attribute(element, 'style') ?? '')) return true;
    const classes = (attribute(element, 'class') ?? '').split(/\s+/);
    if (classes.some((name) => hiddenClass.test(name) || selectors.has(`.${name}`))) return true;
    const id = attribute(element, 'id');
    return id !== null && selectors.has(`#${id}`);
  };
  return { isInvisible: ({ tagName }) => unseen.has(tagName), isHidden };
}

/** The share of a page's prose below which its hiding is a matter of scripts, not of the text. */
const NEXT_TO_NOTHING = 0.2;

/**
 * The elements that count as hidden. Many pages hide their article until a script shows it: if
 * hiding leaves next to none of the prose, parts with prose count as shown.
 */
export function believedHidden(
  body: HtmlElement,
  { isInvisible, isHidden }: HiddenParts,
): (element: HtmlElement) => boolean {
  const whole = measureText(body, isInvisible).prose;
  const shown = measureText(body, (element) => isInvisible(element) || isHidden(element)).prose;
  const believed = shown(body) >= whole(body) * NEXT_TO_NOTHING;
  return (element) =>
    isInvisible(element) || (isHidden(element) && (believed || whole(element) === 0));
}

/** The words of a hidden element that would be text if it were shown; none of what is never text. */
export function hiddenTextOf(element: HtmlElement, { isInvisible }: HiddenParts): string {
  const words = (node: HtmlNode): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value;
    if (!isElement(node) || isInvisible(node)) return '';
    return ` ${node.childNodes.map(words).join('')} `;
  };
  const text = oneLine(words(element));
  return /\p{L}/u.test(text) ? text : '';
}
