import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn, selectRowsIn } from '@viewpoints/db/statement';
import { isKindWith, kindsWith, type PageKind } from '@viewpoints/domain/kinds/kinds';
import { z } from 'zod';
import { notifyChanged } from '../changes/notify.ts';
import { type Tag, tag } from '../changes/tags.ts';
import { entryKindList, mentionedEntry } from '../kinds.ts';
import { anyOf, listIn } from '../query/expressions.ts';
import type { Hiding, HidingArticle } from './hiding.ts';
import { withholdEntries } from './menu-targets.ts';
import { suspendArticles } from './suspend.ts';
import { withdrawNullResults } from './write-null-results.ts';
import { hideRedirects } from './write-redirects.ts';
import { withdrawFindings } from './write-withdrawal.ts';

/** The public state of articles, in the order of their ids. */
export async function listHidingArticles(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<HidingArticle[]> {
  const articles = allTables
    .selectFrom('published_article as a')
    .select((eb) => [
      'a.id',
      'a.version',
      'a.retracted',
      listIn(
        eb
          .selectFrom('published_finding as f')
          .innerJoin('published_supersession as s', 's.old_id', 'f.id')
          .select('f.id as value')
          .whereRef('f.article_id', '=', 'a.id')
          .where('f.withdrawn_at', 'is', null),
      ).as('superseded'),
    ])
    .where('a.id', '=', anyOf(articleIds))
    .orderBy('a.id');
  return selectRowsIn(tx, articles);
}

/**
 * Hides all of it, each kind in one statement: suspended articles with everything they show,
 * earlier versions, notices, superseded findings, former addresses. `removed` is the word that
 * replaces a blanked text. Readers see and find none of it once the transaction commits; announcing
 * and rebuilding is left to the caller.
 */
export async function hideExposed(
  tx: Transaction,
  hiding: Hiding,
  { removed, now }: { removed: string; now: Date },
): Promise<void> {
  await suspendArticles(tx, hiding.suspended);
  await hideVersions(tx, hiding.earlierVersions);
  await blankVersionNotes(tx, hiding.versionNotes, removed);
  await blankNotices(tx, hiding.notices, { removed, now });
  await blankRetractions(tx, hiding.retractions, { removed, now });
  await blankHeadlines(tx, hiding.headlines, removed);
  await takeRetractedTexts(tx, hiding.retractedTexts);
  await removeFormerSlugs(tx, hiding.formerSlugs);
  await withdrawSuperseded(tx, hiding.findings, now);
  await withdrawNullResults(tx, hiding.nullResults, now);
  await hideRedirects(tx, hiding.redirects, now);
  await withholdEntries(tx, hiding.menuEntries);
}

type Numbered = { articleId: string; number: number };

/** Takes the views of versions away; their numbers and dates stay in the list of versions. */
export async function hideVersions(tx: Transaction, versions: readonly Numbered[]): Promise<void> {
  if (versions.length === 0) return;
  await tx.$executeRaw`
    WITH hidden AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS h("articleId" uuid, number int)
    ), texts AS (
      DELETE FROM public_text t USING hidden h
      WHERE t.article_id = h."articleId" AND t.kind = 'version' AND t.version = h.number
    )
    UPDATE published_version v SET view = NULL
    FROM hidden h WHERE v.article_id = h."articleId" AND v.number = h.number AND v.view IS NOT NULL`;
}

export async function blankVersionNotes(
  tx: Transaction,
  notes: readonly Numbered[],
  removed: string,
): Promise<void> {
  if (notes.length === 0) return;
  await tx.$executeRaw`
    WITH blanked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS h("articleId" uuid, number int)
    ), texts AS (
      DELETE FROM public_text t USING blanked h
      WHERE t.article_id = h."articleId" AND t.kind = 'version_note' AND t.version = h.number
    )
    UPDATE published_version v SET note = ${removed}
    FROM blanked h WHERE v.article_id = h."articleId" AND v.number = h.number`;
}

/** Blanks notices for readers; editors still see the words, marked as removed. */
export async function blankNotices(
  tx: Transaction,
  ids: readonly string[],
  { removed, now }: { removed: string; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`
    WITH texts AS (DELETE FROM public_text WHERE kind = 'notice' AND ref_id = ANY(${[...ids]}::uuid[])),
    kept AS (UPDATE correction SET redacted_at = ${now} WHERE id = ANY(${[...ids]}::uuid[]) AND redacted_at IS NULL)
    UPDATE published_correction SET was = ${removed}, now = ${removed}, why = ${removed}
    WHERE id = ANY(${[...ids]}::uuid[])`;
}

async function blankRetractions(
  tx: Transaction,
  articleIds: readonly string[],
  { removed, now }: { removed: string; now: Date },
): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.$executeRaw`
    WITH texts AS (DELETE FROM public_text WHERE kind = 'retraction' AND article_id = ANY(${[...articleIds]}::uuid[])),
    kept AS (UPDATE retraction SET redacted_at = ${now} WHERE article_id = ANY(${[...articleIds]}::uuid[]) AND redacted_at IS NULL),
    notices AS (UPDATE published_correction SET why = ${removed} WHERE id = ANY(${[...articleIds]}::uuid[]) AND kind = 'retraction'),
    entries AS (DELETE FROM search_document WHERE article_id = ANY(${[...articleIds]}::uuid[]))
    UPDATE published_version SET view = jsonb_set(view, '{retraction,why}', to_jsonb(${removed}::text))
    WHERE article_id = ANY(${[...articleIds]}::uuid[]) AND jsonb_typeof(view -> 'retraction') = 'object'`;
}

/** Takes the text of retracted articles away that two people had shown again; the notice stays. */
export async function takeRetractedTexts(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.$executeRaw`
    WITH texts AS (
      DELETE FROM public_text WHERE kind = 'version' AND place = 'body' AND article_id = ANY(${[...articleIds]}::uuid[])
    ), kept AS (
      UPDATE retraction SET text_requested_by_id = NULL, text_confirmed_by_id = NULL, text_shown_at = NULL
      WHERE article_id = ANY(${[...articleIds]}::uuid[])
    )
    UPDATE published_version SET view = view || '{"body": null, "text": ""}'
    WHERE article_id = ANY(${[...articleIds]}::uuid[]) AND jsonb_typeof(view -> 'retraction') = 'object'`;
}

async function blankHeadlines(
  tx: Transaction,
  articleIds: readonly string[],
  removed: string,
): Promise<void> {
  if (articleIds.length === 0) return;
  await tx.$executeRaw`
    WITH texts AS (
      DELETE FROM public_text WHERE kind = 'version' AND place = 'headline' AND article_id = ANY(${[...articleIds]}::uuid[])
    ), versions AS (
      UPDATE published_version SET view = jsonb_set(view, '{headline}', to_jsonb(${removed}::text))
      WHERE article_id = ANY(${[...articleIds]}::uuid[]) AND view IS NOT NULL
    ), findings AS (
      UPDATE published_finding SET view = jsonb_set(view, '{article,headline}', to_jsonb(${removed}::text))
      WHERE article_id = ANY(${[...articleIds]}::uuid[])
    ), entries AS (
      DELETE FROM search_document WHERE article_id = ANY(${[...articleIds]}::uuid[])
    )
    UPDATE published_article SET summary = jsonb_set(summary, '{headline}', to_jsonb(${removed}::text))
    WHERE id = ANY(${[...articleIds]}::uuid[])`;
}

/**
 * Removes former addresses: they answer as if they had never existed. The tags of the pages they
 * led to are announced, which redirects carry as well; the addresses themselves are not, since
 * announcements are logged and an address may contain a protected name.
 */
export async function removeFormerSlugs(
  tx: Transaction,
  slugs: readonly string[],
  /** Those of one kind alone. */
  kind: PageKind | null = null,
): Promise<void> {
  if (slugs.length === 0) return;
  const removed = await parseRowsIn(
    tx,
    Removed,
    Prisma.sql`
    WITH gone AS (
      DELETE FROM former_slug WHERE slug = ANY(${[...slugs]})
        AND (${kind}::text IS NULL OR kind::text = ${kind}) RETURNING kind, ref_id, slug
    ), of_articles AS (
      DELETE FROM public_text t USING gone g
      WHERE t.article_id = g.ref_id AND t.kind = 'former_slug' AND t.place = 'formerSlugs.' || g.slug
    ), of_entries AS (
      DELETE FROM public_text t USING gone g
      WHERE t.article_id IS NULL AND t.ref_id = g.ref_id
        AND t.kind IN (${entryKindList})
        AND t.place LIKE '%.formerSlugs.' || g.slug
    )
    SELECT m.kind::text, m.ref_id::text AS id, coalesce(${mentionedEntry.slugs}, o.slug) AS slug
    FROM gone m
    ${mentionedEntry.joins}
    LEFT JOIN published_source o ON m.kind = 'source' AND o.source_id = m.ref_id AND o.slug IS NOT NULL`,
  );
  await notifyChanged(
    tx,
    removed.flatMap(({ kind, id, slug }): Tag[] => {
      if (kind === 'article') return [tag.article(id)];
      return isKindWith('tag', kind) && slug !== null ? [tag[kind](slug)] : [];
    }),
  );
}

/** The target of a former address; `slug` is the present one, null if it has no public page. */
const Removed = z.object({
  kind: z.enum(['article', ...kindsWith('entry')]),
  id: z.string(),
  slug: z.string().nullable(),
});

/** Withdraws findings that can no longer be corrected, since others have replaced them. */
async function withdrawSuperseded(
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await withdrawFindings(tx, [...ids], now);
  await tx.$executeRaw`
    WITH texts AS (DELETE FROM public_text WHERE kind = 'finding' AND ref_id = ANY(${[...ids]}::uuid[])),
    entries AS (DELETE FROM search_document WHERE kind = 'finding' AND id = ANY(${[...ids]}::uuid[]))
    UPDATE finding SET state = 'withdrawn', state_reason = 'terms', updated_at = ${now}
    WHERE id = ANY(${[...ids]}::uuid[]) AND state = 'superseded'`;
}
