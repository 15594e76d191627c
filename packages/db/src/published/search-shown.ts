import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingView, Named } from '@viewpoints/domain/findings/finding-view';
import type { ReaderDatabase } from '../client.ts';
import { findingFields, type ReadFinding, readFindingView } from './finding-rows.ts';
import type { NameKind, NameRef } from './search.ts';

/** Long enough for a match to be shown in its sentence; one further down is not. */
const longest = 30_000;

export type ShownArticle = { summary: ArticleSummary; text: string };

/** Articles by id, with their text: those among them that readers may see. */
export async function listFoundArticles(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, ShownArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; summary: ArticleSummary; text: string }[]>`
    SELECT a.id::text, a.summary, left(d.text, ${longest}::int) AS text
    FROM published_article a JOIN search_document d ON d.id = a.id AND d.kind = 'article'
    WHERE a.id = ANY(${ids}::uuid[]) AND NOT a.retracted`;
  return new Map(rows.map(({ id, summary, text }) => [id, { summary, text }]));
}

/** Findings by id: those among them that readers may see. */
export async function listFoundFindings(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, FindingView>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<ReadFinding>(
    `SELECT ${findingFields} FROM published_finding f JOIN published_article a ON a.id = f.article_id
     WHERE f.id = ANY($1::uuid[]) AND f.withdrawn_at IS NULL`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, readFindingView(row)]));
}

export type ShownName = Named & { kind: NameKind; about: string };

/** Names by kind and id, in the order given: those among them that readers may look up. */
export async function listFoundNames(db: ReaderDatabase, refs: NameRef[]): Promise<ShownName[]> {
  if (refs.length === 0) return [];
  const ids = (kind: NameKind) => refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
  const rows = await db.$queryRaw<(ShownName & { id: string })[]>`
    SELECT id::text, 'actor' AS kind, slug, name, description AS about FROM actor WHERE id = ANY(${ids('actor')}::uuid[])
    UNION ALL SELECT id::text, 'author', slug, name, about FROM author WHERE id = ANY(${ids('author')}::uuid[])
    UNION ALL SELECT id::text, 'issue', slug, name, description FROM issue WHERE id = ANY(${ids('issue')}::uuid[])
    UNION ALL SELECT id::text, 'topic', slug, name, description FROM topic WHERE id = ANY(${ids('topic')}::uuid[])
    UNION ALL SELECT * FROM (
      SELECT DISTINCT ON (source_id) source_id::text, 'source', slug, view #>> '{named,title}', view ->> 'wording'
      FROM published_source WHERE source_id = ANY(${ids('source')}::uuid[]) ORDER BY source_id) s`;
  const byRef = new Map(rows.map(({ id, ...shown }) => [`${shown.kind} ${id}`, shown]));
  return refs.flatMap(({ kind, id }) => byRef.get(`${kind} ${id}`) ?? []);
}

/** What facets are called, by kind and slug. */
export async function listFacetNames(
  db: ReaderDatabase,
  slugs: Record<'actor' | 'issue' | 'topic', string[]>,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ facet: string; name: string }[]>`
    SELECT 'actor:' || slug AS facet, name FROM actor WHERE slug = ANY(${slugs.actor}::text[])
    UNION ALL SELECT 'issue:' || slug, name FROM issue WHERE slug = ANY(${slugs.issue}::text[])
    UNION ALL SELECT 'topic:' || slug, name FROM topic WHERE slug = ANY(${slugs.topic}::text[])`;
  return new Map(rows.map(({ facet, name }) => [facet, name]));
}
