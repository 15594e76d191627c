import { metaContent } from './html-meta.ts';
import type { Described } from './html-structured.ts';
import { attribute, type HtmlElement, textOfElement } from './html-tree.ts';
import { lettersOf, sameWords } from './words.ts';

/** The candidates for a page's headline. */
export type HeadlineWords = {
  /** The headline by the page's own word, without the site's name; null if it has none. */
  guess: string | null;
  /** Everything that may be the headline's words, the surest first. */
  candidates: string[];
  /** Names of the site, which a headline is not. */
  sites: string[];
};

/** A title's parts: sites put their name before or after the headline. */
const titleParts = (title: string) =>
  title.split(/\s+(?:[|–—»«:·]{1,2}|::|-)\s+|[_｜|]/).filter((part) => part.trim() !== '');

/** A title without the site's name at either end. */
function withoutSite(title: string, sites: string[]): string {
  const parts = titleParts(title);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  const cut = (part: string, from: 'start' | 'end') =>
    from === 'end'
      ? title.slice(0, title.lastIndexOf(part)).replace(/[\s|–—»«:·_｜-]+$/u, '')
      : title.slice(title.indexOf(part) + part.length).replace(/^[\s|–—»«:·_｜-]+/u, '');
  if (sites.some((site) => sameWords(site, last))) return cut(last, 'end');
  if (sites.some((site) => sameWords(site, first))) return cut(first, 'start');
  return title;
}

/** Reads the candidates for a headline from a page's head. */
export function headlineWords(elements: HtmlElement[], described: Described[]): HeadlineWords {
  const sites = metaContent(elements, ['og:site_name', 'application-name']).map(
    ({ content }) => content,
  );
  const title = elements.find(({ tagName }) => tagName === 'title');
  const whole = title === undefined ? '' : textOfElement(title);
  const stated = [
    ...metaContent(elements, ['og:title', 'citation_title', 'dc.title', 'twitter:title']).map(
      ({ content }) => content,
    ),
    ...described.filter(({ isArticle }) => isArticle).flatMap(({ headline }) => headline ?? []),
  ];
  const parts = titleParts(whole).filter((part) => !sites.some((site) => sameWords(site, part)));
  const longest = [...parts].sort((a, b) => b.length - a.length)[0] ?? null;
  const [first] = stated;
  const guess = first === undefined ? longest : withoutSite(first, sites);
  // A title of a word or two is the site's name more often than a headline.
  const usable = guess !== null && (first !== undefined || lettersOf(guess).length >= 10);
  return {
    guess: usable ? guess.slice(0, 200) : null,
    candidates: [...stated, ...stated.map((each) => withoutSite(each, sites)), whole, ...parts],
    sites,
  };
}

/** How much of one line's words another has, from 0 to 1. */
function shared(one: string, other: string): number {
  const [few = [], many = []] = [one, other]
    .map((text): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .toSorted((a, b) => a.length - b.length);
  if (few.length < 4) return 0;
  return few.filter((word) => many.includes(word)).length / many.length;
}

const isHeading = ({ tagName }: HtmlElement) => /^h[1-6]$/.test(tagName);
const isTitled = (element: HtmlElement) =>
  /\b(?:headline|(?:entry|post|article)[-_]?title)\b/i.test(
    `${attribute(element, 'class') ?? ''} ${attribute(element, 'itemprop') ?? ''}`,
  );

/** The elements that readers see, and those of them not marked as furniture. */
export type HeadlinePlaces = {
  shown: (element: HtmlElement) => boolean;
  inText: (element: HtmlElement) => boolean;
};

/**
 * The element that is the headline: the heading that says what the page's head says, or the only
 * one of the first level.
 */
export function headlineElement(
  elements: HtmlElement[],
  { candidates, sites }: HeadlineWords,
  { shown, inText }: HeadlinePlaces,
): HtmlElement | null {
  const isSite = (element: HtmlElement) =>
    sites.some((site) => sameWords(site, textOfElement(element)));
  const headings = elements.filter(
    (element) =>
      isHeading(element) && textOfElement(element) !== '' && shown(element) && !isSite(element),
  );
  const own = headings.filter(inText);
  const firsts = own.filter(({ tagName }) => tagName === 'h1');
  return (
    saying(own, candidates) ??
    saying(headings, candidates) ??
    own.find((element) => candidates.some((each) => shared(each, textOfElement(element)) >= 0.6)) ??
    own.find(isTitled) ??
    (firsts.length === 1 ? (firsts[0] ?? null) : null)
  );
}

/** The first heading that says the surest of the candidates that any says. */
function saying(headings: HtmlElement[], candidates: string[]): HtmlElement | null {
  const says = (element: HtmlElement, candidate: string) =>
    sameWords(candidate, textOfElement(element));
  const said = candidates.filter((each) => headings.some((element) => says(element, each)));
  const [surest] = said;
  if (surest === undefined) return null;
  // If the title has the headline and the site's name, both may be headings: the headline is longer.
  const longest = said.toSorted((a, b) => lettersOf(b).length - lettersOf(a).length)[0] ?? surest;
  return headings.find((element) => says(element, longest)) ?? null;
}
