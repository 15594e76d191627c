import { dayIn } from './days.ts';
import { ofArticle, type Places } from './html-article.ts';
import { metaContent } from './html-meta.ts';
import type { Described } from './html-structured.ts';
import { attribute, type HtmlElement, lineOf, textOfElement } from './html-tree.ts';
import type { PageDate } from './page.ts';

/** Names under which pages give their date of publication, the surest first. */
const publishedMeta = [
  'article:published_time',
  'article:published_date',
  'article:published',
  'article:publication_date',
  'og:published_time',
  'og:release_date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'bepress_citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'dc.date',
  'datePublished',
  'date_created',
  'publication_date',
  'published_date',
  'publish_date',
  'publish_time',
  'original_publication_date',
  'cXenseParse:recs:publishtime',
  'pubdate',
  'date',
];

const classOf = (element: HtmlElement) => (attribute(element, 'class') ?? '').toLowerCase();
const isUpdate = (element: HtmlElement) =>
  /modif|updat/i.test(`${classOf(element)} ${attribute(element, 'itemprop') ?? ''}`);

const saysPublished = (element: HtmlElement) =>
  /\b(?:datePublished|dateCreated)\b/.test(attribute(element, 'itemprop') ?? '') ||
  (element.tagName === 'time' && attribute(element, 'pubdate') !== null) ||
  /(?:^|\s)(?:dt-published|published|pubdate|date-header|entry-date|post-date|publish(?:ed)?-date|date-published)(?:\s|$)/.test(
    classOf(element),
  );

/** The machine-readable date of an element, or else its words; the first that names a day. */
function dateOf(element: HtmlElement, language: string | null) {
  if (element.tagName !== 'time' && !saysPublished(element)) return null;
  const given = ['datetime', 'content', 'title'].map((name) => attribute(element, name) ?? '');
  const text = [...given, textOfElement(element)].find(
    (each) => each.length <= 80 && dayIn(each, language) !== null,
  );
  return text === undefined ? null : { text, day: dayIn(text, language) };
}

/** Dates that the page marks up as such, each day once, the surest first. */
export function markedDates(
  elements: HtmlElement[],
  described: Described[],
  language: string | null,
  places: Places,
): PageDate[] {
  const published = (text: string, reason: string, line: number): PageDate => ({
    ...{ text, kind: 'published', reason, line },
    day: dayIn(text, language) ?? dayOfTimestamp(text),
  });
  const structured = (ofArticle: boolean) =>
    described.flatMap((each) =>
      each.published === null || each.isArticle !== ofArticle
        ? []
        : published(
            each.published,
            `the page’s structured data says so of the ${ofArticle ? 'article' : 'page'}`,
            each.line,
          ),
    );
  const dated = elements.filter((element) => !isUpdate(element) && dateOf(element, language));
  const inElements = (found: HtmlElement[], reason: string) =>
    found.flatMap((element) => {
      const date = dateOf(element, language);
      return date === null ? [] : published(date.text, reason, lineOf(element));
    });
  const dates = [
    ...structured(true),
    ...metaContent(elements, publishedMeta).map(({ name, content, line }) =>
      published(content, `the page’s head calls it “${name}”`, line),
    ),
    ...inElements(
      ofArticle(dated.filter(saysPublished), places),
      'the page marks it as its date of publication',
    ),
    ...inElements(
      dated.filter((element) => element.tagName === 'time' && places.underHeadline(element)),
      'the page gives it between its headline and its text',
    ),
    ...(described.some(({ isArticle, published: date }) => isArticle && date !== null)
      ? []
      : structured(false)),
  ].filter(({ day }) => day !== null);
  return dates.filter(({ day }, index) => dates.findIndex((other) => other.day === day) === index);
}

/** The day of a moment that is written as seconds or in the way of mail ("Mon, 18 Nov 2019 …"). */
function dayOfTimestamp(text: string): string | null {
  if (!/^\d{10}(?:\d{3})?$/.test(text)) return null;
  const seconds = Number(text.slice(0, 10));
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
