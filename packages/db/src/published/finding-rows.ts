import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';

/**
 * Whether a finding `f` was replaced by one that readers can see. OFFSET 0: looked up for each
 * finding that is shown; without it the planner may read all replacements there are beforehand.
 */
export const superseded =
  'EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id OFFSET 0)' as const;

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
  f.withdrawn_at IS NOT NULL AS withdrawn, ${superseded} AS superseded,
  a.id AS "articleId", a.slug, a.summary ->> 'headline' AS headline`;

/** A row of `findingFields`. */
export type ReadFinding = {
  id: string;
  view: FindingView;
  publishedAt: Date;
  withdrawn: boolean;
  superseded: boolean;
  articleId: string;
  slug: string;
  headline: string;
};

/** What readers are told of where a finding stands. */
export const stateOf = (row: { withdrawn: boolean; superseded: boolean }): FindingView['state'] =>
  row.withdrawn ? 'withdrawn' : row.superseded ? 'superseded' : 'published';

/**
 * A row as readers have it. Its state and the names of its article are those of this moment, not
 * of when it was published: a replacement may be newer, and visible only since an embargo ended.
 */
export function readFindingView(row: Omit<ReadFinding, 'publishedAt'>): FindingView {
  const { articleId: id, slug, headline } = row;
  return { ...row.view, state: stateOf(row), article: { id, slug, headline } };
}

export function readFindingRef(row: ReadFinding): FindingRef {
  const { slug, headline } = row;
  return { id: row.id, proposition: row.view.proposition, article: { slug, headline } };
}
