import { blocksBelow } from './html-blocks.ts';
import { articleElement, markedFurniture } from './html-furniture.ts';
import { hiddenIn } from './html-hidden.ts';
import { findNotes } from './html-notes.ts';
import {
  attribute,
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  lineOf,
  oneLine,
  parseHtml,
  rawText,
  textOfElement,
} from './html-tree.ts';
import type { PageBlock, PageDate } from './page.ts';

/** A page as blocks, with what its head says of it. */
export type HtmlPage = {
  blocks: PageBlock[];
  title: string | null;
  language: string | null;
  dates: PageDate[];
};

const metaContent = (elements: HtmlElement[], names: string[]) =>
  elements.flatMap((element) => {
    if (element.tagName !== 'meta') return [];
    const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? '').toLowerCase();
    const content = oneLine(attribute(element, 'content') ?? '');
    return names.includes(name) && content !== '' ? [{ name, content, element }] : [];
  });

const publishedMeta = [
  'article:published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'citation_publication_date',
  'datepublished',
  'pubdate',
  'date',
];

/** Dates that the page marks up as such, each once. */
function markedDates(elements: HtmlElement[]): PageDate[] {
  const dates: PageDate[] = metaContent(elements, publishedMeta).map(
    ({ name, content, element }) => ({
      text: content,
      kind: 'published',
      reason: `the page’s head calls it “${name}”`,
      line: lineOf(element),
    }),
  );
  for (const element of elements) {
    const itemprop = attribute(element, 'itemprop') ?? '';
    const isTime = element.tagName === 'time' && attribute(element, 'pubdate') !== null;
    const text =
      attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOfElement(element);
    if ((isTime || itemprop === 'datePublished') && text !== '')
      dates.push({
        text,
        kind: 'published',
        reason: 'the page marks it as its date of publication',
        line: lineOf(element),
      });
    if (element.tagName === 'script' && attribute(element, 'type') === 'application/ld+json') {
      const published = /"datePublished"\s*:\s*"([^"]{4,40})"/.exec(rawText(element))?.[1];
      if (published !== undefined)
        dates.push({
          text: published,
          kind: 'published',
          reason: 'the page’s structured data says so',
          line: lineOf(element),
        });
    }
  }
  return dates.filter(
    ({ text }, index) => dates.findIndex((other) => other.text === text) === index,
  );
}

/** A title's parts: sites put their name before or after the headline. */
const titleParts = (title: string) =>
  title.split(/\s+(?:[|–—»«:]{1,2}|::|-)\s+/).filter((part) => part !== '');

function titleGuess(elements: HtmlElement[]): { guess: string | null; candidates: string[] } {
  const [og] = metaContent(elements, ['og:title', 'dc.title', 'citation_title']);
  const site = metaContent(elements, ['og:site_name', 'application-name']).map(
    ({ content }) => content,
  );
  const title = elements.find(({ tagName }) => tagName === 'title');
  const parts = (title === undefined ? [] : titleParts(textOfElement(title))).filter(
    (part) => !site.includes(part),
  );
  const longest = [...parts].sort((a, b) => b.length - a.length)[0] ?? null;
  const guess = og?.content ?? longest;
  // A title of a word or two is the site's name more often than a headline.
  const usable = guess !== null && (og !== undefined || guess.split(' ').length >= 3);
  return { guess: usable ? guess.slice(0, 200) : null, candidates: [og?.content ?? '', ...parts] };
}

/** The heading that is the headline: the one the title repeats, or the article's only first-level one. */
function headlineElement(
  elements: HtmlElement[],
  article: HtmlElement | null,
  candidates: string[],
  isFurniture: (element: HtmlElement) => boolean,
): HtmlElement | null {
  const headings = elements.filter(
    (element) => /^h[1-3]$/.test(element.tagName) && textOfElement(element) !== '',
  );
  const repeated = headings.find((element) => candidates.includes(textOfElement(element)));
  if (repeated) return repeated;
  const inside =
    article === null
      ? headings
      : [...elementsOf(article)].filter((each) => headings.includes(each));
  const firsts = (list: HtmlElement[]) => list.filter(({ tagName }) => tagName === 'h1');
  const outside = firsts(headings).filter((element) => !isFurniture(element));
  return (
    firsts(inside).find((element) => !isFurniture(element)) ??
    (outside.length === 1 ? (outside[0] ?? null) : null)
  );
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

/** Reads an HTML page as blocks. What no reader saw (scripts, comments, hidden parts) is dropped. */
export function htmlPage(html: string): HtmlPage {
  const document: HtmlDocument = parseHtml(html);
  const elements = [...elementsOf(document)];
  const body = elements.find(({ tagName }) => tagName === 'body');
  if (body === undefined) return { blocks: [], title: null, language: null, dates: [] };
  const hidden = hiddenIn(document);
  const whole = visibleLength(body, hidden);
  const article = articleElement(elements, whole);
  const { guess, candidates } = titleGuess(elements);
  const inFurniture = (element: HtmlElement): boolean => {
    for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode)
      if (hidden(at) || markedFurniture(at, whole, article !== null) !== null) return true;
    return false;
  };
  const headline = headlineElement(elements, article, candidates, inFurniture);
  const blocks = blocksBelow(
    body,
    { notes: findNotes(document), hidden, base: baseAddress(elements), whole, article, headline },
    { furniture: article === null ? null : 'outside the article', inArticle: false },
  );
  return { blocks, title: guess, language: languageOf(elements), dates: markedDates(elements) };
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

function visibleLength(element: HtmlElement, hidden: (element: HtmlElement) => boolean): number {
  const seen = (node: HtmlElement): number =>
    node.childNodes.reduce((sum, child) => {
      if ('tagName' in child) return hidden(child) ? sum : sum + seen(child);
      return sum + oneLine(rawText(child)).length;
    }, 0);
  return seen(element);
}
