import type { ReaderDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRows } from '@viewpoints/db/statement';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { subjectKey } from '@viewpoints/domain/subscriptions/subject';
import { anyOf } from './expressions.ts';
import { published } from './reader-tables.ts';
import { listSendableArticles, listSendableFindings } from './sendable.ts';

/** A piece of news for subscribers: what readers see of it now, and the subjects that it belongs to. */
export type News = {
  /** When it became visible or, of a notice, when that was made. */
  at: Date;
  subjects: ReadonlySet<string>;
} & (
  | { kind: 'article'; article: ArticleSummary }
  | { kind: 'finding'; finding: FindingView }
  | {
      kind: 'notice';
      notice: CorrectionView;
      article: ArticleSummary;
      /** The findings that were wrong; of a retraction all of its article. */
      findingIds: readonly string[];
    }
);

/** An entry of the log with which something became visible. */
export type Appearance = { kind: 'article' | 'finding'; id: string; at: Date };

/** Of what came in from elsewhere, old pieces are no news. */
const maxAge = 7 * 24 * 60 * 60 * 1000;

const isFresh = (publishedAt: Date, visibleFrom: Date, at: Date): boolean =>
  Math.max(publishedAt.getTime(), visibleFrom.getTime()) > at.getTime() - maxAge;

/** What readers can see of some appearances now; retracted, withdrawn and replaced ones are left out. */
export async function listPublishedNews(
  db: ReaderDatabase,
  appearances: readonly Appearance[],
): Promise<News[]> {
  const idsOf = (kind: Appearance['kind']) => [
    ...new Set(appearances.flatMap((each) => (each.kind === kind ? [each.id] : []))),
  ];
  const timeOf = new Map(appearances.map(({ id, at }) => [id, at]));
  const timed = (id: string) => timeOf.get(id) ?? new Date(0);
  const articleIds = idsOf('article');
  const subjects = await articleSubjects(db, articleIds);
  const articles = await listSendableArticles(db, articleIds);
  const findingIds = idsOf('finding');
  const findings = await listSendableFindings(db, findingIds);
  const named = await findingSubjects(db, findingIds);
  return [
    ...articles
      .filter((row) => isFresh(row.publishedAt, row.visibleFrom, timed(row.id)))
      .map(
        (row): News => ({
          ...{ kind: 'article', at: timed(row.id), article: row.summary },
          subjects: new Set([subjectKey.everything, ...(subjects.get(row.id) ?? [])]),
        }),
      ),
    ...findings
      .filter((row) => isFresh(row.publishedAt, row.visibleFrom, timed(row.id)))
      .map(
        ({ id, finding }): News => ({
          ...{ kind: 'finding', at: timed(id), finding },
          subjects: new Set(named.get(id) ?? []),
        }),
      ),
  ];
}

/**
 * Corrections and retractions that a stretch of the log tells of: the first entry of their article since
 * they were made is in it. They belong to the subjects of the article, and to those of the
 * finding that was wrong; a retraction to those of all its findings.
 */
export async function listPublishedNotices(
  db: ReaderDatabase,
  { after, upto }: { after: bigint; upto: bigint },
): Promise<News[]> {
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_correction as c')
      .innerJoin('published_article as a', 'a.id', 'c.article_id')
      .select(['c.id', 'c.kind', 'c.severity', 'c.was', 'c.now', 'c.why'])
      .select(['c.finding_id as findingId', 'c.at', 'a.summary', 'a.id as articleId'])
      .where(
        sql<boolean>`(select min(e.number) from public_change e where e.kind = 'article'
          and e.ref_id = c.article_id and e.at >= greatest(c.at, c.visible_from))
          between ${after}::bigint + 1 and ${upto}::bigint`,
      )
      .where(
        sql<boolean>`c.article_id in (select e.ref_id from public_change e where e.kind = 'article'
          and e.number > ${after}::bigint and e.number <= ${upto}::bigint)`,
      )
      .orderBy('c.at', 'desc')
      .orderBy('c.id'),
  );
  const articleIds = [...new Set(rows.map(({ articleId }) => articleId))];
  const now = await articleSubjects(db, articleIds);
  const ofFindings = await findingsOf(db, articleIds);
  const named = await findingSubjects(db, [...ofFindings.values()].flat());
  return rows.map(({ articleId, summary, at, ...row }): News => {
    const wrong =
      row.kind === 'retraction'
        ? (ofFindings.get(articleId) ?? [])
        : row.findingId === null
          ? []
          : [row.findingId];
    return {
      ...{ kind: 'notice', at, article: summary, findingIds: wrong },
      notice: {
        ...row,
        article: { slug: summary.slug, headline: summary.headline },
        at: instant(at),
      },
      subjects: new Set([
        subjectKey.everything,
        ...(now.get(articleId) ?? []),
        ...wrong.flatMap((id) => named.get(id) ?? []),
      ]),
    };
  });
}

type Pair = { id: string; subject: string };

function collect(rows: readonly Pair[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, subject } of rows) found.set(id, [...(found.get(id) ?? []), subject]);
  return found;
}

/** Topics and authors of articles. */
async function articleSubjects(db: ReaderDatabase, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const topics = await selectRows(
    db,
    published
      .selectFrom('published_article_topic')
      .select(['article_id as id', 'topic_id as other'])
      .where('article_id', '=', anyOf(ids)),
  );
  const authors = await selectRows(
    db,
    published
      .selectFrom('published_contributor')
      .select(['article_id as id', 'author_id as other'])
      .where('article_id', '=', anyOf(ids)),
  );
  return collect([
    ...topics.map(({ id, other }) => ({ id, subject: subjectKey.topic(other) })),
    ...authors.map(({ id, other }) => ({ id, subject: subjectKey.author(other) })),
  ]);
}

async function findingsOf(db: ReaderDatabase, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await selectRows(
    db,
    published
      .selectFrom('published_finding')
      .select(['article_id as id', 'id as subject'])
      .where('article_id', '=', anyOf(ids)),
  );
  return collect(rows);
}

/** Actors, issues and positions of findings. */
async function findingSubjects(db: ReaderDatabase, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const held = collect(
    await selectRows(
      db,
      published
        .selectFrom('published_holding')
        .select(['finding_id as id', 'actor_id as subject'])
        .where('finding_id', '=', anyOf(ids)),
    ),
  );
  const about = collect(
    await selectRows(
      db,
      published
        .selectFrom('published_about')
        .select(['finding_id as id', 'issue_id as subject'])
        .where('finding_id', '=', anyOf(ids)),
    ),
  );
  return new Map(
    ids.map((id): [string, string[]] => {
      const [actors, issues] = [held.get(id) ?? [], about.get(id) ?? []];
      return [
        id,
        [
          ...actors.map(subjectKey.actor),
          ...issues.map(subjectKey.issue),
          ...actors.flatMap((actor) => issues.map((issue) => subjectKey.position(actor, issue))),
        ],
      ];
    }),
  );
}
