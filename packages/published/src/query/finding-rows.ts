import type { ReaderDatabase } from '@viewpoints/db/client';
import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';

/** What replaced a finding `f`, where readers can see it, as a `Replacement`. */
export const replacement =
  `(SELECT json_build_object('kind', s.kind, 'at', s.at, 'finding', json_build_object(
    'id', n.id, 'proposition', n.view ->> 'proposition',
    'article', json_build_object('slug', na.slug, 'headline', na.summary ->> 'headline')))
  FROM published_supersession s JOIN published_finding n ON n.id = s.new_id
  JOIN published_article na ON na.id = n.article_id WHERE s.old_id = f.id)` as const;

/** A replacement as it is read; null where nothing has replaced it that readers can see. */
export type Replacement = {
  kind: 'position_change' | 'correction';
  at: string;
  finding: FindingRef;
} | null;

/**
 * Whether a finding `f` stands: nothing that readers can see has replaced it. OFFSET 0: looked up
 * for each finding that is shown; without it the planner may read all replacements beforehand.
 */
export const stands =
  'NOT EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id OFFSET 0)' as const;

/** Whether the journal had a finding `f` wrong and another corrects it: it is no position of anybody. */
export const corrected =
  "EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id AND s.kind = 'correction')" as const;

/**
 * The last version whose text has the words of a finding `f`, where the live one no longer has
 * them: it was replaced, and the sentence changed.
 */
export const lastVersion = `CASE WHEN f.number IS NULL AND f.withdrawn_at IS NULL THEN (
  SELECT max(v.number) FROM published_version v
  WHERE v.article_id = f.article_id AND strpos(v.view ->> 'text', f.view #>> '{quote,exact}') > 0
    AND v.view -> 'findings' @> jsonb_build_array(jsonb_build_object('id', f.id))) END` as const;

/** What a finding `f` of an article `a` is read as, for `ReadFinding`. */
export const findingFields = `f.id, f.view, f.published_at AS "publishedAt",
  f.withdrawn_at IS NOT NULL AS withdrawn, ${replacement} AS replacement,
  a.id AS "articleId", a.slug, a.summary ->> 'headline' AS headline`;

/** A row of `findingFields`. */
export type ReadFinding = {
  id: string;
  view: FindingView;
  publishedAt: Date;
  withdrawn: boolean;
  replacement: Replacement;
  articleId: string;
  slug: string;
  headline: string;
};

const replacedStates = { position_change: 'superseded', correction: 'corrected' } as const;

/** What readers are told of where a finding stands, and of what stands in its place. */
export function publicStateOf(
  row: Pick<ReadFinding, 'withdrawn' | 'replacement'>,
): Pick<FindingView, 'state' | 'successor'> {
  if (row.withdrawn) return { state: 'withdrawn', successor: null };
  if (row.replacement === null) return { state: 'published', successor: null };
  const { kind, finding } = row.replacement;
  return { state: replacedStates[kind], successor: finding };
}

/**
 * A row as readers have it. Its state and the names of its article are those of this moment, not
 * of when it was published: a replacement may be newer, and visible only since an embargo ended.
 */
export function readFindingView(row: Omit<ReadFinding, 'publishedAt'>): FindingView {
  const { articleId: id, slug, headline } = row;
  return { ...row.view, ...publicStateOf(row), article: { id, slug, headline } };
}

/** What replaced findings, by their ids; of those that stand, nothing. */
export async function listReplacements(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, Replacement>> {
  if (ids.length === 0) return new Map();
  const rows = await db.rows<Pick<ReadFinding, 'id' | 'replacement'>>(
    `SELECT f.id, ${replacement} AS replacement FROM published_finding f WHERE f.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.replacement]));
}

export function readFindingRef(row: ReadFinding): FindingRef {
  const { slug, headline } = row;
  return { id: row.id, proposition: row.view.proposition, article: { slug, headline } };
}
