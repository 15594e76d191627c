import { viewpoints } from '../../data/viewpoints.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

/**
 * Approves what is on this screen. Where it was edited since it was submitted, it is first kept as
 * a revision of its own; if somebody saved between, nothing is approved that was not read.
 */
export async function approveShown(session: ArticleSession): Promise<void> {
  const { id, autosave } = session;
  await autosave.flush();
  const { revisions } = await session.refresh();
  const [newest] = revisions;
  try {
    if (newest) return await approve(id, newest.id);
  } catch (error) {
    if (!movedOn(error)) throw error;
  }
  const { revisionId } = await viewpoints.editor.articles.keepRevision.mutate({ id });
  const now = await session.refresh();
  if (now.article.save !== autosave.seen()) {
    throw {
      code: 'stale',
      title: 'Somebody changed the article while you were reading.',
      next: 'Read it again, then approve it.',
    };
  }
  await approve(id, revisionId);
}

async function approve(id: string, revisionId: string): Promise<void> {
  await viewpoints.editor.articles.approve.mutate({ id, revisionId });
}

function movedOn(error: unknown): boolean {
  const reasons = (error as { data?: { problem?: { reasons?: { code: string }[] } } }).data?.problem
    ?.reasons;
  return reasons?.some(({ code }) => code === 'revision_moved_on') ?? false;
}
