import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { blockTexts, blockTitles } from '@viewpoints/domain/document/document-text';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { NameKind, SearchKind } from '@viewpoints/domain/kinds/kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { capitalsOf, compoundsOf } from '@viewpoints/domain/search/compounds';
import { foldText } from '@viewpoints/domain/search/fold';
import { stemmingOf } from '@viewpoints/domain/search/stemming';
import type { Instant } from '@viewpoints/domain/values';

/** Rises when documents are to be rebuilt; installations do so when they next start. */
export const searchEdition = 5;

/** One thing that can be found, as `write_search_documents` takes it; texts are folded. */
export type SearchDocument = {
  id: string;
  /** A page is an article here, told apart by its facet. */
  kind: Exclude<SearchKind, 'page'>;
  article_id: string | null;
  visible_from: Instant;
  at: Instant;
  edition: number;
  slug: string | null;
  /** The stemmer of its language. */
  config: string;
  title: string;
  /** Who says it, how it begins, what else it is called. */
  head: string;
  rest: string;
  /** Joined compounds of its title, and of all of it. */
  title_joined: string;
  joined: string;
  /** Words in capitals of its title, and of all of it. */
  title_capitals: string;
  capitals: string;
  /** Counted in what was found. */
  facets: string[];
  /** Its other facets. */
  marks: string[];
  /** As it is written, a block a line, to show matches in; of names all they are called, folded, between spaces. */
  text: string | null;
};

/** No text is longer in the index; more than a book's chapter would not fit into a tsvector. */
const maxIndexed = 200_000;
/** Folded, one text a line: no phrase matches across two of them. */
const fold = (...texts: (string | null | undefined)[]) =>
  texts
    .flatMap((text) => (text ? [foldText(text)] : []))
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, maxIndexed);

/** The searchable texts of an entry: its title, its speaker or beginning, and all else. */
type Texts = Record<'title' | 'head' | 'rest', (string | null | undefined)[]>;

function foldedTexts({ title, head, rest }: Texts) {
  const [inTitle, inAll] = [title, [...title, ...head, ...rest]].map((texts) =>
    texts
      .filter((text) => typeof text === 'string')
      .join('\n')
      .slice(0, maxIndexed),
  ) as [string, string];
  return {
    ...{ title: fold(...title), head: fold(...head), rest: fold(...rest) },
    ...{ title_joined: compoundsOf(inTitle), joined: compoundsOf(inAll) },
    ...{ title_capitals: capitalsOf(inTitle), capitals: capitalsOf(inAll) },
  };
}

/** The stemmer of a document, and the facet that marks articles with the same one. */
const stemmed = (language: string) => {
  const config = stemmingOf(language);
  return { config, facet: `stem:${config}` };
};

type Visibility = { articleId: string; visibleFrom: Date; at: Date };
const placed = ({ articleId, visibleFrom, at }: Visibility) => ({
  article_id: articleId,
  visible_from: visibleFrom.toISOString(),
  at: at.toISOString(),
  edition: searchEdition,
});

/**
 * The searchable part of an article: all that readers see of it and, once it is retracted, only
 * what its page still shows, even if it was retracted under older rules.
 */
export const searchable = (view: ArticleView): ArticleView =>
  view.retraction === null
    ? view
    : { ...view, section: '', standfirst: '', body: null, text: '', findings: [] };

/** An article as it can be found: from what readers see of it, retracted or not. */
export function articleDocument(
  view: ArticleView,
  visibleFrom: Date,
  kind: ArticleKind = 'article',
): SearchDocument {
  const at = new Date(view.publishedAt);
  const titles = view.body === null ? [] : blockTitles(view.body);
  const blocks = view.body === null ? [] : blockTexts(view.body);
  const { config, facet } = stemmed(view.language);
  return {
    ...placed({ articleId: view.id, visibleFrom, at }),
    ...{ id: view.id, kind: 'article', slug: view.slug, config },
    ...foldedTexts({
      title: [view.headline],
      head: [view.standfirst, ...view.byline.authors.map(({ name }) => name)],
      rest: [
        ...[view.section, ...view.topics.map(({ name }) => name)],
        ...[...titles, ...blocks, view.retraction?.why],
      ],
    }),
    facets: [
      ...[`kind:${kind}`, facet],
      ...(kind === 'page' ? [] : [`genre:${view.genre}`, `year:${at.getUTCFullYear()}`]),
      languageFacet(view.language),
      ...view.topics.map(({ slug }) => `topic:${slug}`),
      ...new Set(view.findings.flatMap(actorFacets)),
      ...new Set(view.findings.flatMap(issueFacets)),
    ],
    marks: otherMarks(view, view),
    text: (view.retraction === null
      ? [...blocks, ...titles].join('\n')
      : view.retraction.why
    ).slice(0, maxIndexed),
  };
}

/** The search entry of a finding. `article` is the one it belongs to. */
export function findingDocument(
  view: FindingView,
  article: Pick<ArticleView, 'topics' | 'genre' | 'byline'>,
  visibleFrom: Date,
): SearchDocument {
  const at = new Date(view.publishedAt);
  const { config, facet } = stemmed(view.language);
  return {
    ...placed({ articleId: view.article.id, visibleFrom, at }),
    ...{ id: view.id, kind: 'finding', slug: null, config },
    ...foldedTexts({
      title: [view.proposition],
      head: view.holders.flatMap(({ label, wording, actor }) => [label, wording, actor?.name]),
      rest: [
        ...view.conditions.map(({ text }) => text),
        ...[view.occasion, view.shift?.reason, view.scope?.text],
        ...[view.consensus?.population, view.consensus?.novelty],
        ...[...view.issues, ...view.places].map(({ name }) => name),
        ...[view.quote?.exact, view.attribution.wording],
      ],
    }),
    facets: [
      ...['kind:finding', facet, `stance:${view.stance}`, `year:${at.getUTCFullYear()}`],
      ...[`genre:${article.genre}`, languageFacet(view.language)],
      ...article.topics.map(({ slug }) => `topic:${slug}`),
      ...actorFacets(view),
      ...issueFacets(view),
      // A view from before this field has none.
      ...(view.saidIn ? [`saidIn:${view.saidIn}`] : []),
    ],
    marks: otherMarks(article, view),
    text: null,
  };
}

const languageFacet = (tag: string) => `language:${tag.split('-')[0]?.toLowerCase()}`;
const otherMarks = (
  { byline }: Pick<ArticleView, 'byline'>,
  { language }: { language: string },
) => [...byline.authors.map(({ slug }) => `author:${slug}`), `dialect:${language.toLowerCase()}`];
const actorFacets = ({ holders }: FindingView) => [
  ...new Set(holders.flatMap(({ actor }) => (actor === null ? [] : [`actor:${actor.slug}`]))),
];
const issueFacets = ({ issues }: FindingView) => issues.map(({ slug }) => `issue:${slug}`);

/** The public data of something that is searched by its name. */
export type SearchableName = {
  kind: NameKind;
  id: string;
  slug: string;
  name: string;
  others: string[];
  about: string;
};

export function nameDocument(
  { kind, id, slug, name, others, about }: SearchableName,
  language: string,
): SearchDocument {
  const long = '1970-01-01T00:00:00.000Z';
  const { config, facet } = stemmed(language);
  const texts = foldedTexts({ title: [name], head: others, rest: [about] });
  const called = [name, ...others].map((each) => fold(each));
  return {
    ...{ id, kind, slug, article_id: null, visible_from: long, at: long, edition: searchEdition },
    ...{ config, facets: [`kind:${kind}`, facet], marks: [], ...texts },
    text: ` ${[...called, compoundsOf([name, ...others].join('\n'))].filter((each) => each !== '').join(' ')} `,
  };
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of public texts, folded, each with one way in which it is written. */
export function wordsOf(texts: Iterable<string>): Map<string, string> {
  const words = new Map<string, string>();
  for (const text of texts)
    for (const [shown] of text.slice(0, maxIndexed).matchAll(WORD)) {
      if (shown.length < 3 || shown.length > 40) continue;
      const word = foldText(shown);
      if (!words.has(word) && /^\p{L}[\p{L}\p{M}]{2,}$/u.test(word)) words.set(word, shown);
    }
  return words;
}

/** Every text of an article and its findings that queries may misspell. */
export function textsOf(article: ArticleView, findings: readonly FindingView[]): string[] {
  return [
    ...[article.headline, article.standfirst, article.text],
    ...article.byline.authors.map(({ name }) => name),
    ...findings.flatMap(({ proposition, holders, issues }) => [
      ...[proposition, ...issues.map(({ name }) => name)],
      ...holders.map(({ label }) => label),
    ]),
  ];
}
