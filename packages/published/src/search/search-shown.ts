import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst } from '@viewpoints/db/statement';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { StoredSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import { citation } from '@viewpoints/domain/attribution/wording';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import { nameKinds } from '@viewpoints/domain/search/search-query';
import { z } from 'zod';
import { listPublishedReplacements, readFindingView } from '../query/finding-rows.ts';
import { published, type ReaderTables } from '../query/reader-tables.ts';
import {
  callFunction,
  type Found,
  type NameRef,
  questionOf,
  readFound,
  type SearchPageRequest,
} from './search.ts';

/** A view as it is stored: the column has its type, and what writes it is checked by its schema. */
const stored = <View extends object>() =>
  z.custom<View>((value) => typeof value === 'object' && value !== null);
const summary = stored<ReaderTables['published_article']['summary']>();

const ShownArticle = z.object({
  id: z.string(),
  summary,
  /** Of a page. */
  path: z.string().nullable(),
  text: z.string(),
});
export type ShownArticle = z.infer<typeof ShownArticle>;

const ShownName = z
  .object({
    ...{ kind: z.enum(nameKinds), slug: z.string(), name: z.string() },
    /** Null of a source whose wording is ours: it follows from its name. */
    about: z.string().nullable(),
    source: StoredSourceView.shape.named,
  })
  .transform(({ source, about, ...name }) => ({
    ...name,
    about: about ?? (source === null ? '' : citation(source)),
  }));
export type ShownName = z.infer<typeof ShownName>;

/** A page of search results: those that readers may see. */
export type FoundPage = {
  found: Found;
  articles: Map<string, ShownArticle>;
  findings: Map<string, FindingView>;
  /** The best first. */
  names: ShownName[];
  /** How many names answer, of each kind. */
  counts: Partial<Record<NameKind, number>>;
  /** Names of the actors, issues, topics and authors in the facets and in the query, by facet. */
  called: Map<string, string>;
};

/** The row that `search_page` returns. */
const PageRow = z.object({
  answer: z.unknown(),
  articles: z.array(ShownArticle),
  findings: z.array(
    z.object({
      id: z.string(),
      view: stored<ReaderTables['published_finding']['view']>(),
      ...{ articleId: z.string(), slug: z.string(), headline: z.string() },
      /** Whether something has replaced it: what, and in which way, is looked up. */
      superseded: z.boolean(),
    }),
  ),
  names: z.array(ShownName),
  counts: z.partialRecord(z.enum(nameKinds), z.number()),
  called: z.array(z.tuple([z.string(), z.string()])),
});
const pageColumns = ['answer', 'articles', 'findings', 'names', 'counts', 'called'] as const;

/** How many names that answer are shown, and of which kind where it is one. */
export type NamesShown = { limit: number; kind?: NameKind };

/** A page of results for `request`, if given, and the matching names, if wanted. */
export async function searchPage(
  db: ReaderDatabase,
  request: SearchPageRequest | null,
  named: NamesShown | null,
): Promise<FoundPage> {
  const [question, names] = [
    request === null ? null : questionOf(request),
    named === null ? null : JSON.stringify(named),
  ];
  const answered = sql<
    Record<(typeof pageColumns)[number], unknown>
  >`search_page(${question}::jsonb, ${names}::jsonb)`;
  const page = PageRow.parse(
    await selectFirst(db, published.selectFrom(answered.as('page')).select(pageColumns)),
  );
  const replacements = await listPublishedReplacements(
    db,
    page.findings.filter(({ superseded }) => superseded).map(({ id }) => id),
  );
  return {
    found: readFound(page.answer),
    articles: byId(page.articles),
    findings: new Map(
      page.findings.map(({ superseded: _, ...each }) => [
        each.id,
        readFindingView({
          ...each,
          withdrawn: false,
          replacement: replacements.get(each.id) ?? null,
        }),
      ]),
    ),
    names: page.names,
    counts: page.counts,
    called: new Map(page.called),
  };
}

const byId = (articles: ShownArticle[]) => new Map(articles.map((each) => [each.id, each]));

const Offers = z.object({ names: z.array(ShownName), articles: z.array(summary) });

/** Suggestions for complete words and the beginning of one more, all folded, as readers see them. */
export async function searchOffers(
  db: ReaderDatabase,
  { before, last }: { before: string[]; last: string },
): Promise<{ names: ShownName[]; articles: ArticleSummary[] }> {
  const answered = sql<
    Record<'names' | 'articles', unknown>
  >`search_offers(${before}::text[], ${last})`;
  return Offers.parse(
    await selectFirst(
      db,
      published.selectFrom(answered.as('offers')).select(['offers.names', 'offers.articles']),
    ),
  );
}

/** Names by kind and id, in the order given: those among them that readers may look up. */
export async function listFoundNames(db: ReaderDatabase, refs: NameRef[]): Promise<ShownName[]> {
  if (refs.length === 0) return [];
  const given = JSON.stringify(refs.map(({ kind, id }) => [kind, id]));
  return z.array(ShownName).parse(await callFunction(db, sql`search_shown_names(${given}::jsonb)`));
}

/** Articles by id, with their text: those among them that readers may see. */
export async function listFoundArticles(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, ShownArticle>> {
  const answer = await callFunction(db, sql`search_shown_articles(${ids}::uuid[])`);
  return byId(z.array(ShownArticle).parse(answer));
}
