import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { type Expression, sql } from '@viewpoints/db/generated/kysely';
import { selectRowsIn } from '@viewpoints/db/statement';
import { keyText } from '../query/expressions.ts';
import { mayProtect } from './protecting-sources.ts';

/** A text of another article that pages of this one show, or would. */
export type RelatedText = { articleId: string; text: string; at: string };

/**
 * Texts of other published articles that the pages of an article show: of those it picks, parts of
 * its series, translations of it, cite it, are cited by it, or are linked by their findings.
 */
export async function listRelatedTexts(
  db: Transaction,
  articleId: string,
  { pickIds, seriesId, translationGroup }: RelationIds,
): Promise<RelatedText[]> {
  const texts = allTables
    .with('joined', () => relatedArticles(articleId, { pickIds, seriesId, translationGroup }))
    .with('head', (tables) =>
      tables
        .selectFrom('joined as j')
        .innerJoin('published_article as a', 'a.id', 'j.id')
        .select(['j.how', 'a.id', 'a.summary'])
        .where('a.retracted', '=', false),
    )
    .selectFrom('head')
    .crossJoinLateral(headTexts.as('t'))
    .select((eb) => [
      'head.id as articleId',
      't.text',
      place(eb.ref('head.how'), eb.ref('head.id')).as('at'),
    ])
    .distinct()
    .where('t.text', '<>', '')
    .union((tables) =>
      tables
        .selectFrom(linkedFindings(articleId).as('l'))
        .innerJoin('published_finding as f', 'f.id', 'l.id')
        .select((eb) => [
          'f.article_id as articleId',
          keyText('f.view', 'proposition').as('text'),
          place(sql.lit('links'), eb.ref('f.id')).as('at'),
        ])
        .where('f.article_id', '<>', articleId)
        .where('f.withdrawn_at', 'is', null),
    );
  const rows = await selectRowsIn(db, texts);
  return rows.flatMap(({ articleId, text, at }) =>
    text === null ? [] : [{ articleId, text, at }],
  );
}

/**
 * Ids of sources that other articles rest on whose pages show the head of this one, as far as terms
 * protect those sources.
 */
export async function listRelatedSources(
  db: Transaction,
  articleId: string,
  by: RelationIds,
): Promise<string[]> {
  const related = allTables
    .with('joined', (tables) =>
      relatedArticles(articleId, by).union(
        tables
          .selectFrom(linkedFindings(articleId).as('l'))
          .innerJoin('published_finding as f', 'f.id', 'l.id')
          .select([how('links'), 'f.article_id as id']),
      ),
    )
    .selectFrom('joined as j')
    .innerJoin('published_source_use as u', 'u.article_id', 'j.id')
    .innerJoin('source as s', 's.id', 'u.source_id')
    .select('s.id')
    .distinct()
    .where('j.id', '<>', articleId)
    .where(mayProtect)
    .orderBy('s.id');
  const rows = await selectRowsIn(db, related);
  return rows.map(({ id }) => id);
}

/** Relations of an article to others that are not part of its public view. */
export type RelationIds = {
  pickIds: readonly string[];
  seriesId: string | null;
  translationGroup: string;
};

/** How an article is related: the first part of the place where its texts are shown. */
const how = (relation: string) => sql<string>`${sql.lit(relation)}`.as('how');

const place = (relation: Expression<string>, id: Expression<string>) =>
  sql<string>`${relation} || '.' || ${id}`;

/** Texts of an article `head` in a list, a row for each. */
const headTexts = ['standfirst', 'section', 'slug'].reduce(
  (texts, key) => texts.unionAll(allTables.selectNoFrom(keyText('head.summary', key).as('text'))),
  allTables.selectNoFrom(keyText('head.summary', 'headline').as('text')),
);

function relatedArticles(articleId: string, { pickIds, seriesId, translationGroup }: RelationIds) {
  return allTables
    .selectNoFrom([how('picks'), sql<string>`unnest(${pickIds}::uuid[])`.as('id')])
    .union(
      allTables
        .selectFrom('published_pick')
        .select([how('pickedBy'), 'article_id as id'])
        .where('picked_id', '=', articleId),
    )
    .union(
      allTables
        .selectFrom('published_part')
        .select([how('series'), 'article_id as id'])
        .where('series_id', '=', seriesId)
        .where('article_id', '<>', articleId),
    )
    .union(
      allTables
        .selectFrom('published_article')
        .select([how('translations'), 'id'])
        .where('translation_group', '=', translationGroup)
        .where('id', '<>', articleId),
    )
    .union(
      allTables
        .selectFrom('published_citation')
        .select([how('citedBy'), 'citing_id as id'])
        .where('cited_id', '=', articleId),
    )
    .union(
      allTables
        .selectFrom('published_citation')
        .select([how('cites'), 'cited_id as id'])
        .where('citing_id', '=', articleId),
    );
}

/** Findings that those of an article are linked to, replace or are replaced by. */
function linkedFindings(articleId: string) {
  const pairs = allTables
    .selectFrom('finding_link')
    .select(['from_id as a', 'to_id as b'])
    .union(allTables.selectFrom('supersession').select(['old_id as a', 'new_id as b']));
  return allTables
    .selectFrom('finding as f')
    .innerJoin(pairs.as('c'), (join) =>
      join.on((eb) => eb('f.id', 'in', [eb.ref('c.a'), eb.ref('c.b')])),
    )
    .select((eb) =>
      eb
        .case()
        .when('f.id', '=', eb.ref('c.a'))
        .then(eb.ref('c.b'))
        .else(eb.ref('c.a'))
        .end()
        .as('id'),
    )
    .where('f.article_id', '=', articleId);
}
