import type { Transaction } from '@viewpoints/db/client';
import type { Effect } from '@viewpoints/domain/exposures/effect';
import type { Hiding } from './hiding.ts';
import { listMenuEntries } from './menu-targets.ts';

/** Says of everything that is hidden what it is and which article it is of, for a screen to list. */
export async function describeHiding(tx: Transaction, hiding: Hiding): Promise<Effect[]> {
  const notices = await tx.correction.findMany({
    where: { id: { in: hiding.notices } },
    select: { id: true, articleId: true, why: true },
  });
  const findings = await tx.finding.findMany({
    where: { id: { in: hiding.findings } },
    select: { id: true, articleId: true, proposition: true },
  });
  const articles = await tx.article.findMany({
    where: {
      id: {
        in: [
          ...hiding.suspended,
          ...hiding.headlines,
          ...hiding.retractions,
          ...hiding.retractedTexts,
          ...[...hiding.earlierVersions, ...hiding.versionNotes].map(({ articleId }) => articleId),
          ...[...notices, ...findings].map(({ articleId }) => articleId),
        ],
      },
    },
    select: { id: true, headline: true },
  });
  const articleOf = (id: string) => articles.find((article) => article.id === id) ?? null;
  const ofArticle = (kind: Effect['kind'], ids: readonly string[]): Effect[] =>
    ids.map((id) => ({ kind, article: articleOf(id), detail: '' }));
  const ofVersion = (kind: Effect['kind'], versions: Hiding['versionNotes']): Effect[] =>
    versions.map(({ articleId, number }) => ({
      ...{ kind, article: articleOf(articleId), detail: String(number) },
    }));
  return [
    ...ofArticle('article_taken_off', hiding.suspended),
    ...ofVersion('version_removed', hiding.earlierVersions),
    ...ofVersion('note_removed', hiding.versionNotes),
    ...notices.map(({ articleId, why }) => ({
      ...{ kind: 'notice_removed' as const, article: articleOf(articleId), detail: why },
    })),
    ...findings.map(({ articleId, proposition }) => ({
      ...{ kind: 'finding_withdrawn' as const, article: articleOf(articleId), detail: proposition },
    })),
    ...(await listSearched(tx, hiding.nullResults)).map((detail) => ({
      ...{ kind: 'null_result_withdrawn' as const, article: null, detail },
    })),
    ...(await listHiddenRedirects(tx, hiding.redirects)).map((detail) => ({
      ...{ kind: 'redirect_hidden' as const, article: null, detail },
    })),
    ...(await listLabels(tx, hiding.menuEntries)).map((detail) => ({
      ...{ kind: 'menu_entry_withheld' as const, article: null, detail },
    })),
    ...hiding.formerSlugs.map((detail) => ({
      ...{ kind: 'address_removed' as const, article: null, detail },
    })),
    ...ofArticle('headline_removed', hiding.headlines),
    ...ofArticle('reason_removed', hiding.retractions),
    ...ofArticle('text_removed', await withText(tx, hiding.retractedTexts)),
  ];
}

async function listSearched(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.publishedNullResult.findMany({
    where: { id: { in: [...ids] } },
    select: { searched: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ searched }) => searched);
}

async function listHiddenRedirects(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.redirect.findMany({
    where: { id: { in: [...ids] } },
    select: { from: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ from }) => from);
}

async function listLabels(tx: Transaction, positions: readonly number[]): Promise<string[]> {
  if (positions.length === 0) return [];
  const rows = await listMenuEntries(tx, new Date());
  return rows
    .filter(({ position }) => positions.includes(position))
    .map(({ label, name, address }) => [label, name, address].find((text) => text) ?? '');
}

/** Of retracted articles those whose text readers have. */
async function withText(tx: Transaction, articleIds: readonly string[]): Promise<string[]> {
  const rows = await tx.retraction.findMany({
    where: { articleId: { in: [...articleIds] }, textShownAt: { not: null } },
    select: { articleId: true },
    orderBy: { articleId: 'asc' },
  });
  return rows.map(({ articleId }) => articleId);
}
