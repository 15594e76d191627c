import type { Transaction } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  findRelease,
  listReleaseArticles,
  type ReleasedArticle,
} from '@viewpoints/db/editorial/releases';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { can } from '@viewpoints/domain/accounts/permissions';
import type { Decision, Reason } from '@viewpoints/domain/refusal';
import { checkOpen, checkReleasable, type Release } from '@viewpoints/domain/releases/release';
import { notFound } from '../problem.ts';

export type ShownRelease = {
  release: Omit<Release, 'articles'>;
  articles: (ReleasedArticle & { refusedCode: string | null })[];
  /** The caller's permissions now, with reasons. */
  permissions: Record<'edit' | 'remove' | 'schedule' | 'unschedule' | 'publish', Decision>;
};

/** A release with its articles as they are now. */
export async function showRelease(
  db: Transaction,
  { id, acting }: { id: string; acting: Principal },
): Promise<ShownRelease> {
  const found = await findRelease(db, id);
  if (found === null) throw notFound('release');
  const { fourEyes } = await getJournal(db);
  const { articles: members, ...release } = found;
  const codes = new Map(members.map(({ articleId, refusedCode }) => [articleId, refusedCode]));
  const articles = (await listReleaseArticles(db, id)).map((article) => ({
    ...article,
    refusedCode: codes.get(article.id) ?? null,
  }));
  const may = (action: 'edit' | 'remove' | 'schedule' | 'unschedule' | 'publish') =>
    can(acting, `release.${action}`, null, { fourEyes });
  const open = checkOpen(found);
  const releasable = checkReleasable(found);
  return {
    release,
    articles,
    permissions: {
      edit: both(may('edit'), open),
      remove: both(may('remove'), open),
      schedule: both(may('schedule'), releasable),
      unschedule: both(may('unschedule')),
      publish: both(may('publish'), releasable),
    },
  };
}

function both(...decisions: readonly (Decision | { ok: true; alone: boolean })[]): Decision {
  const reasons: Reason[] = decisions.flatMap((each) => (each.ok ? [] : each.reasons));
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}
