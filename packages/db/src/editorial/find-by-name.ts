import {
  maxPerKind,
  type NamedKind,
  type NamedThing,
  namedKinds,
} from '@viewpoints/domain/desk/named-things';
import { type CatalogueKind, kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';
import { isVisibleFile } from './media.ts';
import { containsText, isOwnArticle, isOwnFinding } from './ownership.ts';
import { isOutOfTrash } from './trash.ts';
import { isVisibleSource } from './visible-sources.ts';

const { sql } = Prisma;

/** What of each kind is looked through; a kind that is left out is not visible to the account. */
export type NamesVisible = {
  /** `own`: working copies of their own, and of all others what is published. */
  article?: 'all' | 'own';
  finding?: 'all' | 'own';
  /** `own`: those their work rests on, and of all others those that may be named in public. */
  source?: 'all' | 'own';
  /** `own`: all pictures, and files that readers have or an article of theirs offers. */
  media?: 'all' | 'own';
  entries: readonly CatalogueKind[];
  person: boolean;
  release: boolean;
};

const Row = z.object({
  kind: z.enum(namedKinds),
  id: z.string(),
  name: z.string(),
  detail: z.string().nullable(),
  rank: z.int(),
  articleId: z.string().nullable(),
  articleSlug: z.string().nullable(),
  isPublicOnly: z.boolean(),
});

type Branch = {
  kind: NamedKind;
  /** Tables and conditions, from `from` on. */
  rows: Prisma.Sql;
  id: Prisma.Sql;
  name: Prisma.Sql;
  /** What else contains the words: other names of the same thing. */
  also?: Prisma.Sql[];
  detail?: Prisma.Sql;
  article?: { id: Prisma.Sql; slug: Prisma.Sql };
  isPublicOnly?: boolean;
  /** Of those that fit equally well, which comes first; by default by name. */
  order?: Prisma.Sql;
};

/**
 * Finds things by words of their names, in one statement: at most `mostOfAKind` of each kind, those
 * that fit best first. Only names that the account sees in the lists are compared, so neither a hit
 * nor its order reveals another.
 */
export async function findByName(
  db: Transaction,
  { q, accountId, visible }: { q: string; accountId: string; visible: NamesVisible },
): Promise<NamedThing[]> {
  const branches = branchesOf(accountId, visible);
  if (branches.length === 0) return [];
  const rows = await parseRowsIn(
    db,
    Row,
    Prisma.join(
      branches.map((branch) => statementOf(branch, q)),
      ' union all ',
    ),
  );
  return rows
    .map(({ articleId, articleSlug, ...row }) => ({
      ...row,
      article:
        articleId === null || articleSlug === null ? null : { id: articleId, slug: articleSlug },
    }))
    .sort((a, b) => namedKinds.indexOf(a.kind) - namedKinds.indexOf(b.kind) || a.rank - b.rank);
}

function statementOf(branch: Branch, q: string): Prisma.Sql {
  const { kind, rows, id, name, also = [], detail, article, isPublicOnly = false, order } = branch;
  const words = q.replace(/[\\%_]/g, '\\$&');
  const nothing = sql`null::text`;
  return sql`(
    select ${kind}::text as kind, ${id}::text as id, ${name} as name,
           ${detail ?? nothing} as detail,
           case when ${name} ilike ${words} then 0
                when ${name} ilike ${`${words}%`} then 1
                when ${name} ilike ${`% ${words}%`} then 2 else 3 end as rank,
           ${article ? sql`${article.id}::text` : nothing} as "articleId",
           ${article?.slug ?? nothing} as "articleSlug",
           ${isPublicOnly}::boolean as "isPublicOnly"
    ${rows} and ${containsText(q, [name, ...also])}
    order by rank, ${order ?? name}, ${id} limit ${maxPerKind})`;
}

function branchesOf(accountId: string, visible: NamesVisible): Branch[] {
  const isOwn = (what: 'all' | 'own' | undefined, condition: Prisma.Sql) =>
    what === 'all' ? sql`true` : condition;
  const branches: Branch[] = [];
  const ofArticle = { id: sql`a.id`, slug: sql`a.slug` };
  for (const kind of ArticleKind.options) {
    if (!visible.article) break;
    branches.push({
      kind,
      rows: sql`from article a where ${isOutOfTrash(sql`a.id`)} and a.kind::text = ${kind}
        and ${isOwn(visible.article, isOwnArticle(accountId))}`,
      ...{ id: sql`a.id`, name: sql`a.headline`, also: [sql`a.slug`] },
      ...{ detail: sql`a.state::text`, article: ofArticle, order: sql`a.saved_at desc` },
    });
  }
  for (const kind of ArticleKind.options) {
    if (visible.article !== 'own') break;
    branches.push({
      kind,
      rows: sql`from published_article p join article a on a.id = p.id
        where a.kind::text = ${kind} and p.visible_from <= now() and not ${isOwnArticle(accountId)}`,
      ...{ id: sql`p.id`, name: sql`(p.summary ->> 'headline')`, also: [sql`p.slug`] },
      detail: sql`case when p.retracted then 'retracted' else 'published' end`,
      article: { id: sql`p.id`, slug: sql`coalesce(p.path, p.slug)` },
      ...{ isPublicOnly: true, order: sql`p.revised_at desc` },
    });
  }
  if (visible.finding) {
    branches.push({
      kind: 'finding',
      rows: sql`from finding f join article a on a.id = f.article_id
        where ${isOutOfTrash(sql`a.id`)} and ${isOwn(visible.finding, isOwnFinding(accountId))}`,
      ...{ id: sql`f.id`, name: sql`f.proposition`, detail: sql`a.headline` },
      ...{ article: ofArticle, order: sql`f.updated_at desc` },
    });
  }
  if (visible.finding === 'own') {
    branches.push({
      kind: 'finding',
      rows: sql`from published_finding p
        join finding f on f.id = p.id join article a on a.id = f.article_id
        where p.visible_from <= now() and p.withdrawn_at is null
          and not ${isOwnFinding(accountId)}`,
      ...{ id: sql`p.id`, name: sql`(p.view ->> 'proposition')` },
      detail: sql`(p.view #>> '{article,headline}')`,
      article: { id: sql`p.article_id`, slug: sql`(p.view #>> '{article,slug}')` },
      ...{ isPublicOnly: true, order: sql`p.published_at desc` },
    });
  }
  if (visible.source) {
    branches.push({
      kind: 'source',
      rows: sql`from source s where ${isOwn(visible.source, isVisibleSource(accountId))}`,
      ...{ id: sql`s.id`, name: sql`s.title`, detail: sql`s.publisher` },
      also: [sql`coalesce(s.publisher, '')`, sql`s.slug`],
      order: sql`s.updated_at desc`,
    });
  }
  for (const kind of kindsWhere('entry', 'catalogue')) {
    if (!visible.entries.includes(kind)) continue;
    branches.push({
      kind,
      rows: sql`from ${Prisma.raw(kinds[kind].table)} e where true`,
      ...{ id: sql`e.id`, name: sql`e.name` },
      also: [sql`e.slug`, ...(kind === 'actor' ? [sql`array_to_string(e.aliases, ' ')`] : [])],
    });
  }
  if (visible.person) {
    branches.push({
      kind: 'person',
      rows: sql`from account c where true`,
      ...{ id: sql`c.id`, name: sql`c.name`, also: [sql`c.email`], detail: sql`c.email` },
    });
  }
  if (visible.release) {
    branches.push({
      kind: 'release',
      rows: sql`from release r where true`,
      ...{ id: sql`r.id`, name: sql`r.name`, order: sql`r.created_at desc` },
    });
  }
  if (visible.media) {
    branches.push({
      kind: 'media',
      rows: sql`from media m where ${isOwn(visible.media, isVisibleFile(accountId))}`,
      // The name of a file may name a person: only who edits pictures and files has it.
      ...(visible.media === 'all'
        ? { name: sql`coalesce(nullif(m.alt, ''), m.file_name)`, also: [sql`m.file_name`] }
        : { name: sql`m.alt` }),
      ...{ id: sql`m.id`, detail: sql`m.credit`, order: sql`m.created_at desc` },
    });
  }
  return branches;
}
