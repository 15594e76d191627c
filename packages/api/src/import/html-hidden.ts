import {
  attribute,
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
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

/** Says of each element whether the page hides it: text that nobody saw is no part of an article. */
export function hiddenIn(document: HtmlDocument): (element: HtmlElement) => boolean {
  const selectors = hiddenSelectors(document);
  return (element) => {
    if (unseen.has(element.tagName)) return true;
    if (attribute(element, 'hidden') !== null || attribute(element, 'aria-hidden') === 'true')
      return true;
    if (hidingStyle.test(attribute(element, 'style') ?? '')) return true;
    const classes = (attribute(element, 'class') ?? '').split(/\s+/);
    if (classes.some((name) => hiddenClass.test(name) || selectors.has(`.${name}`))) return true;
    const id = attribute(element, 'id');
    return id !== null && selectors.has(`#${id}`);
  };
}
