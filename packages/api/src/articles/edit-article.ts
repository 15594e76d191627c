import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { type RecordedChange, recordChange } from '@viewpoints/db/editorial/contributions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Command } from '../command.ts';
import { keepHourly } from '../history/keep-history.ts';
import { step } from './lock-article.ts';

/** The audit details of an edit that ended an approval. */
export type Voiding = {
  code?: 'edited_after_approval' | 'next_revision';
  revisionId?: string | null;
};

/** The parts that an edit wrote; none if it changed only notes for the desk. */
export type Written = Pick<RecordedChange, 'parts' | 'blocks'> & {
  /** The authors of suggestions that another person accepts. */
  alsoBy?: readonly string[];
};

/** The parts that represent a finding and the links between findings. */
export const findingPart = (id: string): string => `findings.${id}`;
export const linksPart = 'links';

/**
 * Takes the workflow step of editing and records what the acting person wrote: those words wait for
 * another's approval. The article has changed since its approval, so that and its schedule end;
 * approvals of what others wrote still count. Readers still see the live revision. Called before
 * anything is written, so that the history stores what the article said before.
 */
export async function edit(
  command: Command,
  article: Article,
  { alsoBy = [], ...written }: Written,
): Promise<{ article: Article; voiding: Voiding }> {
  const { tx, acting, at } = command;
  const { to, voidsApproval } = step(article, 'edit');
  if (written.parts.length > 0) {
    await keepHourly(command, article);
    const writers = new Set([...alsoBy, acting.id]);
    for (const accountId of writers)
      await recordChange(tx, { articleId: article.id, accountId, at, ...written });
  }
  if (!voidsApproval) return { article, voiding: {} };
  const code = article.state === 'published' ? 'next_revision' : 'edited_after_approval';
  const edited = await updateWorkflowColumns(tx, article, {
    state: to,
    approvedRevisionId: null,
    approvedBy: null,
    ...(article.state === 'scheduled' ? { publishAt: null } : {}),
  });
  return { article: edited, voiding: { code, revisionId: article.approvedRevisionId } };
}
