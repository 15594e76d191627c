import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { CatalogueKind } from '@viewpoints/domain/kinds/kinds';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { Transaction } from '../client.ts';
import { listNamesOf } from './accounts.ts';
import { listArticleNames } from './article-list.ts';
import { catalogueKinds } from './entry-tables.ts';
import { listFindingNames } from './finding-list.ts';
import { listNamedEntries, noNamedIds } from './named-entries.ts';
import { listNullResultNames } from './null-results.ts';
import { listSourcesByIds } from './sources.ts';

type Subject = { subjectKind: string; subjectId: string };

/** The subjects whose names the reader of the audit record may see. */
export type SeenSubjects = {
  /** `public`: the headlines that readers have, and no others. */
  articles: 'all' | 'public';
  findings: boolean;
  sources: boolean;
  releases: boolean;
  newsletters: boolean;
  nullResults: boolean;
  redirects: boolean;
  catalogue: boolean;
};

/** Names of the audit record's subjects, by id; those without a name are left out. */
export async function nameSubjects(
  db: Transaction,
  subjects: readonly Subject[],
  seen: SeenSubjects,
  now: Date,
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(subjects.flatMap((each) => (each.subjectKind === kind ? [each.subjectId] : []))),
  ];
  const articles =
    seen.articles === 'all'
      ? (await listArticleNames(db, idsOf('article'))).map(({ id, headline }) => ({ id, headline }))
      : await listPublicHeadlines(db, idsOf('article'), now);
  const names: [string, string][] = articles.map(({ id, headline }) => [id, headline]);
  names.push(...Object.entries(await listNamesOf(db, idsOf('account'))));
  if (seen.findings)
    for (const { id, proposition } of await listFindingNames(db, idsOf('finding')))
      names.push([id, proposition]);
  if (seen.sources)
    for (const { id, title } of await listSourcesByIds(db, idsOf('source')))
      names.push([id, title]);
  if (seen.releases) {
    const where = { id: { in: idsOf('release') } };
    for (const { id, name } of await db.release.findMany({
      where,
      select: { id: true, name: true },
    }))
      names.push([id, name]);
  }
  if (seen.newsletters) {
    const where = { id: { in: idsOf('newsletter') } };
    const select = { id: true, subject: true };
    for (const { id, subject } of await db.newsletter.findMany({ where, select }))
      names.push([id, subject]);
  }
  if (seen.nullResults) names.push(...(await listNullResultNames(db, idsOf('null_result'))));
  if (seen.redirects) {
    const where = { id: { in: idsOf('redirect') } };
    for (const { id, from } of await db.redirect.findMany({
      where,
      select: { id: true, from: true },
    }))
      names.push([id, from]);
  }
  if (seen.catalogue) names.push(...(await listEntryNames(db, idsOf)));
  return new Map(names.filter(([, name]) => name !== ''));
}

async function listPublicHeadlines(
  db: Transaction,
  ids: string[],
  now: Date,
): Promise<{ id: string; headline: string }[]> {
  const rows = await db.publishedArticle.findMany({
    where: { id: { in: ids }, visibleFrom: { lte: now } },
    select: { id: true, summary: true },
  });
  return rows.map(({ id, summary }) => ({ id, headline: ArticleSummary.parse(summary).headline }));
}

async function listEntryNames(
  db: Transaction,
  idsOf: (kind: CatalogueKind) => string[],
): Promise<[string, string][]> {
  const ids = Object.fromEntries(catalogueKinds.map((kind) => [`${kind}Ids`, idsOf(kind)]));
  if (Object.values(ids).every((each) => each.length === 0)) return [];
  const nobody = '00000000-0000-0000-0000-000000000000';
  const found = await listNamedEntries(db, {
    ...{ ...noNamedIds, ...ids, articleId: nobody, sourceIds: [] },
  });
  return catalogueKinds.flatMap((kind) =>
    found[kinds[kind].plural].map(({ id, name }): [string, string] => [id, name]),
  );
}
