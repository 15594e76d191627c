import type { ReaderDatabase } from '@viewpoints/db/client';
import { type RawBuilder, sql } from '@viewpoints/db/generated/kysely';
import { selectFirst } from '@viewpoints/db/statement';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import { nameKinds } from '@viewpoints/domain/search/search-query';
import { z } from 'zod';
import { published } from '../query/reader-tables.ts';

/** A word or phrase, folded; in titles alone or anywhere. */
export type IndexTerm = {
  words: string;
  title: boolean;
  /** Its alternatives. */
  or?: string[];
  /** Other spellings: searched for only if the index alone can match them. */
  loose?: string[];
  /** Words that begin so are meant. */
  begins?: true;
  /** It may be two words that were written together. */
  split?: true;
  /** Written in capitals: a name, never treated as a common word. */
  capitals?: true;
  /** Facets that match as well. */
  marks?: string[];
  /** The stemmer of the query's language: words that it drops are too common to search for. */
  common?: string;
};

/** A question as the database's functions take it (`search_whole` of prisma/functions). */
export type SearchRequest = {
  wanted: IndexTerm[];
  excluded: IndexTerm[];
  /** Each of these must hold, by one of its facets (`actor:ostrava`). */
  facets: string[][];
  /** Days, as YYYY-MM-DD: from, and until. */
  after: string | null;
  before: string | null;
};

export type HitCursor = { score: number; id: string };
export type Hit = { kind: 'article' | 'finding'; id: string; score: number };

/** The results: `total` counts up to a bound, and `capped` says that there may be more. */
export type Found = {
  total: number;
  capped: boolean;
  hits: Hit[];
  facets: Record<string, number>;
  /** Stems of the query, for marking matches in what is shown. */
  stems: string[];
  /** Indexes in `wanted` of words too common to search for. */
  common: number[];
};

const FoundRow = z.object({
  total: z.number(),
  capped: z.boolean(),
  hits: z.array(z.tuple([z.enum(['article', 'finding']), z.string(), z.number()])),
  facets: z.record(z.string(), z.number()),
  stems: z.array(z.string()),
  common: z.array(z.number()),
});

/** How many of the newest answers are ranked and counted, where there are more. */
const maxRanked = 200;

/** A question, and which page of its answers. */
export type SearchPageRequest = SearchRequest & { limit: number; cursor: HitCursor | null };

/** As `search_documents` takes it. */
export const questionOf = ({ cursor, ...request }: SearchPageRequest): string =>
  JSON.stringify({
    ...request,
    cursor: cursor === null ? null : [cursor.score, cursor.id],
    most: maxRanked,
  });

/** Parses the result of `search_documents`. */
export function readFound(answer: unknown): Found {
  if (answer == null)
    return { total: 0, capped: false, hits: [], facets: {}, stems: [], common: [] };
  const found = FoundRow.parse(answer);
  return { ...found, hits: found.hits.map(([kind, id, score]) => ({ kind, id, score })) };
}

/** Calls a function of the database; its JSON result has to be parsed. */
export async function callFunction(
  db: ReaderDatabase,
  call: RawBuilder<unknown>,
): Promise<unknown> {
  const row = await selectFirst(db, published.selectNoFrom(call.as('answer')));
  return row?.answer;
}

/** Articles and findings that answer, the best first; one more than `limit` where there are more. */
export async function searchDocuments(
  db: ReaderDatabase,
  request: SearchPageRequest,
): Promise<Found> {
  return readFound(await callFunction(db, sql`search_documents(${questionOf(request)}::jsonb)`));
}

export type NameRef = { kind: NameKind; id: string };

/** A question about names. */
export type NamesRequest = Pick<SearchRequest, 'wanted' | 'excluded' | 'facets'> & {
  limit: number;
};

const NameRefs = z.array(z.tuple([z.enum(nameKinds), z.string()]));
const refsOf = (rows: unknown): NameRef[] =>
  NameRefs.parse(rows).map(([kind, id]) => ({ kind, id }));

/** Entries with a matching name, the best first. */
export async function searchNames(db: ReaderDatabase, request: NamesRequest): Promise<NameRef[]> {
  return refsOf(
    await callFunction(db, sql`search_names(${JSON.stringify(request)}::jsonb) -> 'names'`),
  );
}

const Suggested = z.object({ names: z.unknown(), articles: z.array(z.string()) });

/** Suggestions for complete words and the beginning of one more, all folded. */
export async function searchSuggestions(
  db: ReaderDatabase,
  { before, last }: { before: string[]; last: string },
): Promise<{ names: NameRef[]; articleIds: string[] }> {
  const answer = await callFunction(db, sql`search_suggestions(${before}::text[], ${last})`);
  const { names, articles } = Suggested.parse(answer);
  return { names: refsOf(names), articleIds: articles };
}

const Alike = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/**
 * For each folded word that nothing has, words much like it in something readers can see, with how
 * they are written.
 */
export async function searchAlike(
  db: ReaderDatabase,
  words: string[],
): Promise<Record<string, { word: string; shown: string }[]>> {
  const answer = await callFunction(db, sql`search_alike(${words}::text[])`);
  return Object.fromEntries(
    Object.entries(Alike.parse(answer)).map(([typed, alike]) => [
      typed,
      alike.map(([word, shown]) => ({ word, shown })),
    ]),
  );
}
