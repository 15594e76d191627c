import type { Outputs } from '@viewpoints/client';
import type { Problem } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { changedSince } from './whose-words.ts';

type Approved = Outputs['editor']['articles']['approve'];

/**
 * Approves what is on this screen. If it was edited since it was submitted, it is first saved as a
 * revision of its own; if another editor changed it meanwhile, nothing unread is approved. Returns
 * whose words still wait.
 */
export async function approveShown(session: ArticleSession, myId: string): Promise<Approved> {
  const { id, autosave } = session;
  const shown = session.data.review.pending;
  const requireRead = async () => {
    const now = await session.refresh();
    if (!changedSince(shown, now.review.pending, myId)) return now;
    throw {
      code: 'stale',
      title: 'Somebody changed the article while you were reading.',
      reasons: [],
      next: 'Read it again, then approve it.',
    } satisfies Problem;
  };
  await autosave.flush();
  const [newest] = (await requireRead()).revisions;
  try {
    if (newest) return await approve(id, newest.id);
  } catch (error) {
    if (!movedOn(error)) throw error;
  }
  const { revisionId } = await viewpoints.editor.articles.keepRevision.mutate({ id });
  await requireRead();
  return approve(id, revisionId);
}

function approve(id: string, revisionId: string): Promise<Approved> {
  return viewpoints.editor.articles.approve.mutate({ id, revisionId });
}

function movedOn(error: unknown): boolean {
  const reasons = (error as { data?: { problem?: { reasons?: { code: string }[] } } }).data?.problem
    ?.reasons;
  return reasons?.some(({ code }) => code === 'revision_moved_on') ?? false;
}
