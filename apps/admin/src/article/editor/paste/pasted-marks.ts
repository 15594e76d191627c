import { readDirection } from '@viewpoints/domain/text/direction';
import { withoutRedirect } from '@viewpoints/domain/text/redirect';
import { type Direction, Language } from '@viewpoints/domain/values';
import { safeHref } from '../schema/safe-href.ts';
import type { PastedOrigin } from './pasted-origin.ts';

/** The marks that hold at a place in pasted markup. */
export type PastedMarks = {
  emphasis: boolean;
  strong: boolean;
  smallCaps: boolean;
  code: boolean;
  href: string | null;
  lang: string | null;
  dir: Direction | null;
};

export const noMarks: PastedMarks = {
  emphasis: false,
  strong: false,
  smallCaps: false,
  code: false,
  href: null,
  lang: null,
  dir: null,
};

/** The marks inside `element`, given those around it. `language` is the article's own. */
export function marksInside(
  element: HTMLElement,
  around: PastedMarks,
  origin: PastedOrigin,
  language: string,
): PastedMarks {
  const marks = { ...around };
  const tag = element.localName;
  const { fontStyle, fontWeight } = element.style;
  const caps = element.style.fontVariant || element.style.getPropertyValue('font-variant-caps');
  if (['em', 'i', 'cite', 'dfn', 'var'].includes(tag)) marks.emphasis = true;
  if (['strong', 'b'].includes(tag)) marks.strong = true;
  if (['code', 'kbd', 'samp', 'tt'].includes(tag)) marks.code = true;
  if (fontStyle) marks.emphasis = fontStyle === 'italic' || fontStyle === 'oblique';
  if (fontWeight) marks.strong = /^(bold|bolder|[6-9]\d\d)$/.test(fontWeight);
  if (caps) marks.smallCaps = caps.includes('small-caps');
  if (tag === 'a') marks.href = pastedHref(element) ?? marks.href;
  if (/^h[1-6]$/.test(tag)) marks.strong = false;
  if (origin === 'web') Object.assign(marks, languageInside(element, marks, language));
  return marks;
}

/**
 * Word tags every run with the language of the keyboard, so only the web's `lang` was set on
 * purpose.
 */
function languageInside(element: HTMLElement, around: PastedMarks, language: string) {
  const said = element.getAttribute('lang');
  if (said === null) return {};
  const tag = Language.safeParse(said);
  if (!tag.success || tag.data.split('-')[0] === language.split('-')[0]) {
    return { lang: null, dir: null };
  }
  return { lang: tag.data, dir: readDirection(element.dir) ?? around.dir };
}

/** The target of a pasted link; null if it is unknown, or not reachable for readers. */
function pastedHref(element: HTMLElement): string | null {
  const href = (element.getAttribute('href') ?? '').trim();
  if (isPathOfItsPage(element)) return null;
  return safeHref(withoutRedirect(href.startsWith('//') ? `https:${href}` : href));
}

/** Whether a link leads to a path of the page it was copied from, which is no path of the journal. */
export const isPathOfItsPage = (element: HTMLElement): boolean =>
  element.localName === 'a' &&
  /^\s*(?:\/(?!\/)|\.{1,2}\/)/.test(element.getAttribute('href') ?? '');

/** Wraps a node in the elements the editor's schema parses these marks from. */
export function wrapInMarks(node: Node, marks: PastedMarks, document: Document): Node {
  let wrapped = node;
  const wrap = (tag: string, attrs: Record<string, string> = {}) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value);
    element.append(wrapped);
    wrapped = element;
  };
  if (marks.code) wrap('code');
  if (marks.smallCaps) wrap('span', { 'data-small-caps': '' });
  if (marks.strong) wrap('strong');
  if (marks.emphasis) wrap('em');
  if (marks.lang) wrap('span', { lang: marks.lang, ...(marks.dir ? { dir: marks.dir } : {}) });
  if (marks.href) wrap('a', { href: marks.href });
  return wrapped;
}
