import type { ReaderDatabase } from '@viewpoints/db/client';
import {
  type Expression,
  jsonBuildObject,
  jsonObjectFrom,
  type SqlBool,
  sql,
} from '@viewpoints/db/generated/kysely';
import { precompiled } from '@viewpoints/db/query-builder';
import { selectRows } from '@viewpoints/db/statement';
import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';
import {
  type StoredFindingView,
  wordedFindingView,
} from '@viewpoints/domain/findings/stored-finding-view';
import { anyOf, inScope } from './expressions.ts';
import { published } from './reader-tables.ts';

/** The finding `f` of the article `a`, in the conditions and columns below. */
const eb = inScope<{ f: 'published_finding'; a: 'published_article' }>();

/** The replacement of a finding `f`, if readers can see it. */
export const replacement = precompiled(
  jsonObjectFrom(
    eb
      .selectFrom('published_supersession as s')
      .innerJoin('published_finding as n', 'n.id', 's.new_id')
      .innerJoin('published_article as na', 'na.id', 'n.article_id')
      .select((each) => [
        's.kind',
        's.at',
        jsonBuildObject({
          id: each.ref('n.id'),
          proposition: each.ref('n.view', '->>').key('proposition'),
          article: jsonBuildObject({
            slug: each.ref('na.slug'),
            headline: each.ref('na.summary', '->>').key('headline'),
          }),
        }).as('finding'),
      ])
      .whereRef('s.old_id', '=', 'f.id'),
  ),
);

/** A replacement as it is read; null if nothing has replaced it that readers can see. */
export type Replacement = {
  kind: 'position_change' | 'correction';
  at: string;
  finding: FindingRef;
} | null;

/**
 * Whether a finding `f` is current: no finding that readers can see has replaced it. OFFSET 0: looked up
 * for each finding that is shown; without it the planner may read all replacements beforehand.
 */
export const stands: Expression<SqlBool> = precompiled(
  eb.not(
    eb.exists(
      eb
        .selectFrom('published_supersession as s')
        .whereRef('s.old_id', '=', 'f.id')
        .offset(sql.lit(0)),
    ),
  ),
);

/** Whether a correction replaces a finding: it is nobody's position. */
export const isCorrected = (findingId: 'f.id' | 'f.finding_id'): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('published_supersession as s')
      .where('s.old_id', '=', sql.ref<string>(findingId))
      .where('s.kind', '=', sql.lit('correction')),
  );

/**
 * The last version whose text has the words of a finding `f`, where the live one no longer has
 * them: it was replaced, and the sentence changed. As text, which announcements compare by too.
 */
export const lastVersionText = `CASE WHEN f.number IS NULL AND f.withdrawn_at IS NULL THEN (
  SELECT max(v.number) FROM published_version v
  WHERE v.article_id = f.article_id AND strpos(v.view ->> 'text', f.view #>> '{quote,exact}') > 0
    AND v.view -> 'findings' @> jsonb_build_array(jsonb_build_object('id', f.id))) END` as const;

export const lastVersion = sql<number | null>`${sql.raw(lastVersionText)}`;

/** Findings `f` with their articles `a`, as `ReadFinding`. */
export const findingRows = published
  .selectFrom('published_finding as f')
  .innerJoin('published_article as a', 'a.id', 'f.article_id')
  .select((each) => [
    ...(['f.id', 'f.view', 'f.published_at as publishedAt'] as const),
    each('f.withdrawn_at', 'is not', null).as('withdrawn'),
    replacement.as('replacement'),
    ...(['a.id as articleId', 'a.slug'] as const),
    each.ref('a.summary', '->>').key('headline').as('headline'),
  ]);

/**
 * Newest first; of one moment those of one article together, in the order of its text. Where the
 * text no longer has their words, they come last.
 */
export const newestFindings = findingRows
  .orderBy('f.published_at', 'desc')
  .orderBy('f.article_id')
  .orderBy('f.number')
  .orderBy('f.id');

/** A row of `findingRows`. */
export type ReadFinding = {
  id: string;
  view: StoredFindingView;
  publishedAt: Date;
  withdrawn: SqlBool;
  replacement: Replacement;
  articleId: string;
  slug: string;
  headline: string;
};

const replacedStates = { position_change: 'superseded', correction: 'corrected' } as const;

/** The public state of a finding, and the finding that replaced it. */
export function publicStateOf(
  row: Pick<ReadFinding, 'withdrawn' | 'replacement'>,
): Pick<FindingView, 'state' | 'successor'> {
  if (row.withdrawn) return { state: 'withdrawn', successor: null };
  if (row.replacement === null) return { state: 'published', successor: null };
  const { kind, finding } = row.replacement;
  return { state: replacedStates[kind], successor: finding };
}

/**
 * The public view of a row. Its state and the names of its article are those of this moment, not
 * of when it was published: a replacement may be newer, and visible only since an embargo ended.
 */
export function readFindingView(row: Omit<ReadFinding, 'publishedAt'>): FindingView {
  const { articleId: id, slug, headline } = row;
  return {
    ...wordedFindingView(row.view),
    ...publicStateOf(row),
    article: { id, slug, headline },
  };
}

/** Replacements of findings, by their ids; current findings have none. */
export async function listPublishedReplacements(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, Replacement>> {
  if (ids.length === 0) return new Map();
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_finding as f')
      .select(['f.id', replacement.as('replacement')])
      .where('f.id', '=', anyOf(ids)),
  );
  return new Map(rows.map((row) => [row.id, row.replacement]));
}

export function readFindingRef(row: ReadFinding): FindingRef {
  const { slug, headline } = row;
  return { id: row.id, proposition: row.view.proposition, article: { slug, headline } };
}
