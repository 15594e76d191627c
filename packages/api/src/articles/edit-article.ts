import { updateStanding } from '@viewpoints/db/editorial/articles';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Command } from '../command.ts';
import { step } from './hold-article.ts';

/** What the audit record says of an edit that took an approval with it. */
export type Voiding = {
  code?: 'edited_after_approval' | 'next_revision';
  revisionId?: string | null;
};

/**
 * Takes the step of editing, whatever was edited: what was approved is no longer what is there, so
 * the approval falls, and a schedule with it. Readers keep the live revision.
 */
export async function edit(
  { tx }: Command,
  article: Article,
): Promise<{ article: Article; voiding: Voiding }> {
  const { to, voidsApproval } = step(article, 'edit');
  if (!voidsApproval) return { article, voiding: {} };
  const code = article.state === 'published' ? 'next_revision' : 'edited_after_approval';
  const edited = await updateStanding(tx, article, {
    state: to,
    approvedRevisionId: null,
    approvedBy: null,
    ...(article.state === 'scheduled' ? { publishAt: null } : {}),
  });
  return { article: edited, voiding: { code, revisionId: article.approvedRevisionId } };
}
