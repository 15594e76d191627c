import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import {
  type Expression,
  jsonArrayFrom,
  type RawBuilder,
  type SqlBool,
  sql,
} from '@viewpoints/db/generated/kysely';
import { precompiled } from '@viewpoints/db/query-builder';
import { inScope } from './expressions.ts';

/** The articles of these conditions: one, the others it is compared with, and a reader's own. */
const eb = inScope<{ a: 'published_article'; o: 'published_article'; own: 'published_article' }>();

/** The first part of a language: `en-GB` is `en`. */
const primary = (language: Expression<string>): RawBuilder<string> =>
  sql<string>`split_part(${language}, '-', 1)`;

/** Whether a language is the journal's, by their first parts. */
const inJournalsLanguage = (of: 'a' | 'o') =>
  eb(
    primary(eb.ref(`${of}.language`)),
    '=',
    primary(
      eb.fn.coalesce(
        eb.selectFrom('journal').select('language').where('id', '=', sql.lit(1)),
        sql.lit(unnamedJournal.language),
      ),
    ),
  );

// `translationGroup` in SQL, of the article itself.
const isOriginal = (of: 'a' | 'o'): RawBuilder<SqlBool> =>
  sql<SqlBool>`${eb.ref(`${of}.translation_group`)} = md5(${eb.ref(`${of}.id`)}::text)::uuid`;

/** Whether `o` and not `a` is listed for the original and its translations, to which both belong. */
const comesBefore = precompiled(
  eb(
    eb.tuple(inJournalsLanguage('o'), isOriginal('o'), eb.ref('a.published_at'), eb.ref('a.id')),
    '>',
    eb.tuple(inJournalsLanguage('a'), isOriginal('a'), eb.ref('o.published_at'), eb.ref('o.id')),
  ),
);

const isShownAmong = (among: readonly Expression<SqlBool>[]): Expression<SqlBool> =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('published_article as o')
        .whereRef('o.translation_group', '=', 'a.translation_group')
        .whereRef('o.id', '<>', 'a.id')
        .where(eb.not(eb.ref('o.retracted')))
        .where(eb.and([...among]))
        .where(comesBefore),
    ),
  );
const isShownAmongAll = precompiled(isShownAmong([]));

/**
 * That the published article `a` represents its group of translations: the one in the journal's
 * language, else the original, else the first published.
 * @param among condition on other translations `o` to be candidates in the same list
 */
export const isShownTranslation = (
  among: readonly Expression<SqlBool>[] = [],
): Expression<SqlBool> => (among.length === 0 ? isShownAmongAll : isShownAmong(among));

/** The other translations of the published article `a`, as `ArticleRef`s, by language. */
export const otherLanguages = precompiled(
  jsonArrayFrom(
    eb
      .selectFrom('published_article as o')
      .select((each) => [
        ...(['o.id', 'o.slug'] as const),
        each.ref('o.summary', '->>').key('headline').as('headline'),
        'o.language',
        each.ref('o.summary', '->>').key('direction').as('direction'),
      ])
      .whereRef('o.translation_group', '=', 'a.translation_group')
      .whereRef('o.id', '<>', 'a.id')
      .where(eb.not(eb.ref('o.retracted')))
      .where(eb.not(eb.ref('a.retracted')))
      .orderBy('o.language')
      .orderBy('o.published_at')
      .orderBy('o.id'),
  ),
);

/**
 * Order by which translation `a` a reader of the article `own` wants most, greatest first: the
 * language they read, else the one that represents the group. Then by `published_at` and `id`.
 */
export const nearestToOwn = [
  eb(primary(eb.ref('a.language')), '=', primary(eb.ref('own.language'))),
  inJournalsLanguage('a'),
  isOriginal('a'),
] as const;
