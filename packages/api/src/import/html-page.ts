import { findArticle } from './html-article.ts';
import { blocksBelow } from './html-blocks.ts';
import { markedBylines } from './html-bylines.ts';
import { markedDates } from './html-dates.ts';
import { type Extent, markedFurniture } from './html-furniture.ts';
import { headlineElement, headlineWords } from './html-headline.ts';
import { believedHidden, hiddenPartsOf, hiddenTextOf } from './html-hidden.ts';
import { findNotes } from './html-notes.ts';
import { measureText } from './html-prose.ts';
import { describedThings } from './html-structured.ts';
import { ancestorsOf, attribute, elementsOf, type HtmlElement, parseHtml } from './html-tree.ts';
import type { PageBlock, PageByline, PageDate } from './page.ts';
import { countWords, isProse } from './words.ts';

/** A page as blocks, with the metadata of its head. */
export type HtmlPage = {
  blocks: PageBlock[];
  /** The headline by the word of the page's head. */
  title: string | null;
  language: string | null;
  dates: PageDate[];
  bylines: PageByline[];
};

/** The label of blocks outside the article; prose just under the headline is not left out for it. */
export const OUTSIDE_ARTICLE = 'outside the article';

/** Reads an HTML page as blocks. What is never text (scripts, comments) is dropped. */
export function htmlPage(html: string): HtmlPage {
  const document = parseHtml(html);
  const elements = [...elementsOf(document)];
  const body = elements.find(({ tagName }) => tagName === 'body');
  const language = languageOf(elements);
  if (body === undefined) return { blocks: [], title: null, language, dates: [], bylines: [] };

  const unseen = hiddenPartsOf(document);
  const hidden = believedHidden(body, unseen);
  const measured = measureText(body, hidden);
  const marked = (of: Extent, inArticle: boolean) => (element: HtmlElement) =>
    withAround(element).some(
      (each) => hidden(each) || markedFurniture(each, of, inArticle) !== null,
    );
  const withoutHeadline: Extent = { ...measured, body, headline: null };
  const described = describedThings(elements);
  const words = headlineWords(elements, described);
  const saysArticle = elements.some(({ tagName }) => tagName === 'article' || tagName === 'main');
  const headline = headlineElement(elements, words, {
    shown: (each) => !withAround(each).some(hidden),
    inText: (each) => !marked(withoutHeadline, saysArticle)(each),
  });
  const extent: Extent = { ...withoutHeadline, headline };
  const article = findArticle(extent);
  const underHeadline = betweenHeadlineAndText(elements, extent, article);
  const besides = marked(extent, true);
  const within = new Set(article === null ? elements : elementsOf(article));
  const outside = (element: HtmlElement) => !underHeadline(element) && !within.has(element);
  const places = { besides, outside, underHeadline };

  const blocks = blocksBelow(
    body,
    {
      ...{ notes: findNotes(document), hidden, base: baseAddress(elements) },
      ...{ extent, article, headline, hiddenText: (each) => hiddenTextOf(each, unseen) },
    },
    { furniture: article === null || article === body ? null : OUTSIDE_ARTICLE, inArticle: false },
  );
  const dates = markedDates(elements, described, language, places);
  const bylines = markedBylines(elements, described, words.sites, places);
  return { blocks: withLead(blocks), title: words.guess, language, dates, bylines };
}

const withAround = (element: HtmlElement) => [element, ...ancestorsOf(element)];

/** Words enough for a sentence, and not a link: leads often have no full stop. */
const isLead = ({ text, linked }: PageBlock) => countWords(text) >= 8 && linked < 0.5;

/** On many pages a lead is between the headline and the element of the article: it is included. */
function withLead(blocks: PageBlock[]): PageBlock[] {
  const headline = blocks.findIndex((block) => block.headline);
  const article = blocks.findIndex(
    ({ furniture, text }, index) => index > headline && furniture === null && isProse(text),
  );
  return blocks.map((block, index) => {
    const leads = headline >= 0 && index > headline && index < article;
    return leads && block.furniture === OUTSIDE_ARTICLE && isLead(block)
      ? { ...block, furniture: null }
      : block;
  });
}

/** Whether an element is where pages print the author and the date. */
function betweenHeadlineAndText(
  elements: HtmlElement[],
  { headline, prose }: Extent,
  article: HtmlElement | null,
): (element: HtmlElement) => boolean {
  const places = new Map(elements.map((element, index) => [element, index]));
  const first = elements.find(
    (each) =>
      prose(each) > 0 &&
      each.childNodes.every((child) => !('tagName' in child) || prose(child) === 0) &&
      (article === null || each === article || [...ancestorsOf(each)].includes(article)),
  );
  const from = headline === null ? null : (places.get(headline) ?? 0) - 40;
  const to = first === undefined ? null : (places.get(first) ?? 0);
  return (element) => {
    const place = places.get(element) ?? 0;
    return from !== null && to !== null && place >= from && place < to;
  };
}

function baseAddress(elements: HtmlElement[]): string | null {
  const base = elements.find(({ tagName }) => tagName === 'base');
  const canonical = elements.find(
    (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  );
  const named = base ?? canonical;
  const address = named === undefined ? null : attribute(named, 'href');
  return address !== null && URL.canParse(address) ? address : null;
}

function languageOf(elements: HtmlElement[]): string | null {
  const html = elements.find(({ tagName }) => tagName === 'html');
  const lang = html === undefined ? null : (attribute(html, 'lang') ?? attribute(html, 'xml:lang'));
  try {
    return Intl.getCanonicalLocales(lang ?? [])[0] ?? null;
  } catch {
    return null;
  }
}
