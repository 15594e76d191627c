import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectRows } from '@viewpoints/db/statement';
import type { CitedChange } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';
import { asText, nullable } from './expressions.ts';
import { published } from './reader-tables.ts';
import { refOf } from './relations.ts';

type Row = ArticleRef & {
  kind: CitedChange['kind'];
  findingId: string | null;
  severity: CitedChange['severity'];
  why: string;
  at: Date | null;
  newId: string | null;
  newProposition: string | null;
  newSlug: string | null;
  newHeadline: string | null;
};

/**
 * What became of what an article cites, newest first: articles retracted and findings withdrawn at
 * any time; and those corrected or replaced after the article's live version, which could take
 * account only of earlier changes.
 */
export async function listPublishedCitedChanges(
  db: ReaderDatabase,
  articleId: string,
): Promise<CitedChange[]> {
  const rows: Row[] = await selectRows(db, changesOf(articleId));
  return rows.flatMap((row) =>
    row.at === null
      ? []
      : [
          {
            kind: row.kind,
            article: refOf(row),
            findingId: row.findingId,
            replacement: replacementOf(row),
            severity: row.severity,
            why: row.why,
            at: instant(row.at),
          },
        ],
  );
}

const kindOf = (kind: CitedChange['kind']) => sql.lit<CitedChange['kind']>(kind).as('kind');
const noId = sql<string | null>`null::uuid`;
const noSeverity = sql<CitedChange['severity']>`null::text`.as('severity');
const noReason = sql.lit<string>('').as('why');

const cited = (articleId: string) =>
  published.with('cites', (db) =>
    db
      .selectFrom('published_citation as c')
      .innerJoin('published_article as own', 'own.id', 'c.citing_id')
      .select(['c.cited_id', 'c.target_id', 'own.revised_at'])
      .distinct()
      .where('c.citing_id', '=', articleId)
      .where(({ not, ref }) => not(ref('own.retracted'))),
  );

const changesOf = compileOnce((articleId) =>
  cited(articleId)
    .with('change', (db) =>
      db
        .selectFrom('cites as c')
        .innerJoin('published_correction as k', 'k.id', 'c.cited_id')
        .select(({ ref }) => [
          ...([kindOf('retraction'), 'c.cited_id', noId.as('finding_id'), noSeverity] as const),
          ...(['k.why', nullable(ref('k.at')).as('at'), noId.as('new_id')] as const),
        ])
        .distinct()
        .where('k.kind', '=', sql.lit('retraction'))
        .unionAll(
          db
            .selectFrom('cites as c')
            .innerJoinLateral(
              (eb) =>
                eb
                  .selectFrom('published_correction as each')
                  .select(['each.severity', 'each.why', 'each.at'])
                  .whereRef('each.article_id', '=', 'c.cited_id')
                  .where('each.kind', '=', sql.lit('correction'))
                  .whereRef('each.at', '>', 'c.revised_at')
                  .where(({ or, eb, ref }) =>
                    or([
                      eb('c.target_id', '=', ref('c.cited_id')),
                      eb('each.finding_id', 'is', null),
                      eb('each.finding_id', '=', ref('c.target_id')),
                    ]),
                  )
                  .orderBy('each.at', 'desc')
                  .orderBy('each.id')
                  .limit(1)
                  .as('k'),
              (join) => join.onTrue(),
            )
            .select(({ ref }) => [
              ...([kindOf('correction'), 'c.cited_id', noId.as('finding_id')] as const),
              ...([asText(ref('k.severity')).as('severity'), 'k.why', 'k.at'] as const),
              noId.as('new_id'),
            ])
            .distinct(),
        )
        .unionAll(
          db
            .selectFrom('cites as c')
            .innerJoin('published_finding as f', 'f.id', 'c.target_id')
            .select([
              ...([kindOf('withdrawn_finding'), 'c.cited_id', 'f.id as finding_id'] as const),
              ...([noSeverity, noReason, 'f.withdrawn_at as at', noId.as('new_id')] as const),
            ])
            .where('f.withdrawn_at', 'is not', null),
        )
        .unionAll(
          db
            .selectFrom('cites as c')
            .innerJoin('published_supersession as s', (join) =>
              join.onRef('s.old_id', '=', 'c.target_id').onRef('s.at', '>', 'c.revised_at'),
            )
            .select((eb) => [
              eb
                .case('s.kind')
                .when(sql.lit('correction'))
                .then(sql.lit<CitedChange['kind']>('corrected_finding'))
                .else(sql.lit<CitedChange['kind']>('changed_position'))
                .end()
                .as('kind'),
              ...(['c.cited_id', 's.old_id as finding_id', noSeverity, noReason] as const),
              ...(['s.at', 's.new_id'] as const),
            ]),
        ),
    )
    .selectFrom('change')
    .innerJoin('published_article as a', 'a.id', 'change.cited_id')
    .leftJoin('published_finding as n', 'n.id', 'change.new_id')
    .select(refColumns)
    .select(['change.kind', 'change.finding_id as findingId', 'change.severity', 'change.why'])
    .select((eb) => [
      ...(['change.at', 'n.id as newId'] as const),
      eb.ref('n.view', '->>').key('proposition').as('newProposition'),
      eb.ref('n.view', '->>').key('article').key('slug').as('newSlug'),
      eb.ref('n.view', '->>').key('article').key('headline').as('newHeadline'),
    ])
    .where(({ or, eb, not, ref }) =>
      or([eb('change.kind', '=', sql.lit('retraction')), not(ref('a.retracted'))]),
    )
    .where(({ or, eb }) =>
      or([eb('change.new_id', 'is', null), eb('n.article_id', '<>', articleId)]),
    )
    .orderBy('change.at', 'desc')
    .orderBy('a.id')
    .limit(20),
);

function replacementOf({ newId, newProposition, newSlug, newHeadline }: Row) {
  if (newId === null || newProposition === null) return null;
  return {
    id: newId,
    proposition: newProposition,
    article: { slug: newSlug ?? '', headline: newHeadline ?? '' },
  };
}
