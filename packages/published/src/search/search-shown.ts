import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { NameKind } from '@viewpoints/domain/kinds/kinds';
import { listReplacements, type ReadFinding, readFindingView } from '../query/finding-rows.ts';
import { type AskedPage, type Found, type NameRef, questionOf, readFound } from './search.ts';

export type ShownArticle = { id: string; summary: ArticleSummary; text: string };
export type ShownName = Named & { kind: NameKind; about: string };

/** What a page of the search shows: of what was found, what readers may see. */
export type FoundPage = {
  found: Found;
  articles: Map<string, ShownArticle>;
  findings: Map<string, FindingView>;
  /** The best first. */
  names: ShownName[];
  /** How many names answer, of each kind. */
  counts: Partial<Record<NameKind, number>>;
  /** What actors, issues, topics and authors among the facets, and among what was asked, are called, by facet. */
  called: Map<string, string>;
};

type FoundFinding = Omit<ReadFinding, 'publishedAt' | 'withdrawn' | 'replacement'> & {
  /** Whether something has replaced it: what, and in which way, is looked up. */
  superseded: boolean;
};

type PageRow = {
  answer: unknown;
  articles: ShownArticle[];
  findings: FoundFinding[];
  names: ShownName[];
  counts: FoundPage['counts'];
  called: [facet: string, name: string][];
};

/** How many names that answer are shown, and of which kind where it is one. */
export type NamesShown = { limit: number; kind?: NameKind };

/** A page of what answers `asked`, where anything is, and the names that answer it, where any are wanted. */
export async function searchPage(
  db: ReaderDatabase,
  asked: AskedPage | null,
  named: NamesShown | null,
): Promise<FoundPage> {
  const [row] = await db.rows<PageRow>(
    'SELECT answer, articles, findings, names, counts, called FROM search_page($1::jsonb, $2::jsonb)',
    [asked === null ? null : questionOf(asked), named === null ? null : JSON.stringify(named)],
  );
  const findings = row?.findings ?? [];
  const replacements = await listReplacements(
    db,
    findings.filter(({ superseded }) => superseded).map(({ id }) => id),
  );
  return {
    found: readFound(row?.answer),
    articles: new Map(row?.articles.map((each) => [each.id, each])),
    findings: new Map(
      findings.map(({ superseded: _, ...each }) => [
        each.id,
        readFindingView({
          ...each,
          withdrawn: false,
          replacement: replacements.get(each.id) ?? null,
        }),
      ]),
    ),
    names: row?.names ?? [],
    counts: row?.counts ?? {},
    called: new Map(row?.called),
  };
}

/** What to offer for words typed whole and the beginning of one more, all folded, as readers see it. */
export async function searchOffers(
  db: ReaderDatabase,
  { before, last }: { before: string[]; last: string },
): Promise<{ names: ShownName[]; articles: ArticleSummary[] }> {
  const [row] = await db.rows<{ names: ShownName[]; articles: ArticleSummary[] }>(
    'SELECT names, articles FROM search_offers($1::text[], $2)',
    [before, last],
  );
  return row ?? { names: [], articles: [] };
}

/** Names by kind and id, in the order given: those among them that readers may look up. */
export async function listFoundNames(db: ReaderDatabase, refs: NameRef[]): Promise<ShownName[]> {
  if (refs.length === 0) return [];
  const [row] = await db.rows<{ names: ShownName[] }>(
    'SELECT search_shown_names($1::jsonb) AS names',
    [JSON.stringify(refs.map(({ kind, id }) => [kind, id]))],
  );
  return row?.names ?? [];
}

/** Articles by id, with their text: those among them that readers may see. */
export async function listFoundArticles(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, ShownArticle>> {
  const [row] = await db.rows<{ articles: ShownArticle[] }>(
    'SELECT search_shown_articles($1::uuid[]) AS articles',
    [ids],
  );
  return new Map(row?.articles.map((each) => [each.id, each]));
}
