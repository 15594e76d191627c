import { ofArticle, type Places } from './html-article.ts';
import { metaContent } from './html-meta.ts';
import type { Described } from './html-structured.ts';
import { attribute, elementsOf, type HtmlElement, lineOf, textOfElement } from './html-tree.ts';
import type { PageByline } from './page.ts';
import { bylineIn, isPersonName, namesIn } from './page-bylines.ts';
import { sameWords } from './words.ts';

const authorMeta = [
  'author',
  'article:author',
  'citation_author',
  'bepress_citation_author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'mediator_author',
  'byl',
];

const isAuthorLink = (element: HtmlElement) =>
  /(?:^|\s)author(?:\s|$)/.test(attribute(element, 'rel') ?? '') ||
  /(?:^|\s)(?:author|creator)(?:\s|$)/.test(attribute(element, 'itemprop') ?? '');
const bylineClass =
  /(?:^|[\s_-])(?:byline|author|authors|p-author|auteur|autor|writer)(?:[-_]{1,2}(?:name|names|link|info))?(?:\s|$)/i;
const isBylineClass = (element: HtmlElement) => bylineClass.test(attribute(element, 'class') ?? '');

/** The element's own name for its author: a nested `itemprop=name`, or its words. */
function authorWords(element: HtmlElement): string {
  const named = [...elementsOf(element)].find(
    (each) => attribute(each, 'itemprop') === 'name' || attribute(each, 'rel') === 'author',
  );
  return attribute(named ?? element, 'content') ?? textOfElement(named ?? element);
}

/** Who the page says wrote it, by its data and its markup, the surest first. */
export function markedBylines(
  elements: HtmlElement[],
  described: Described[],
  sites: string[],
  places: Places,
): PageByline[] {
  const from = (text: string, reason: string, line: number): PageByline[] =>
    namesIn(bylineIn(text) ?? text)
      .filter((name) => isPersonName(name) && !sites.some((site) => sameWords(site, name)))
      .map((name) => ({ name, reason, line }));
  const inElements = (holds: (element: HtmlElement) => boolean, reason: string) =>
    ofArticle(elements.filter(holds), places).flatMap((element) => {
      const words = authorWords(element);
      return words.length > 120 ? [] : from(words, reason, lineOf(element));
    });
  return distinctBylines([
    ...described
      .filter(({ isArticle }) => isArticle)
      .flatMap(({ authors, line }) =>
        authors.flatMap((name) => from(name, 'the page’s structured data names the author', line)),
      ),
    ...metaContent(elements, authorMeta).flatMap(({ name, content, line }) =>
      from(content, `the page’s head calls it “${name}”`, line),
    ),
    ...inElements(isAuthorLink, 'the page marks it as its author'),
    ...inElements(isBylineClass, 'the page’s markup calls it a byline'),
  ]);
}

/** Each name once, as it was found first. */
export function distinctBylines(bylines: PageByline[]): PageByline[] {
  return bylines.filter(
    ({ name }, index) => bylines.findIndex((other) => sameWords(other.name, name)) === index,
  );
}
