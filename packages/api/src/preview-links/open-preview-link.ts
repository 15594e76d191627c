import { findArticle } from '@viewpoints/db/editorial/articles';
import type { PreviewLinkRow } from '@viewpoints/db/editorial/preview-links';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Revision } from '@viewpoints/domain/articles/revision';
import type { Reason } from '@viewpoints/domain/refusal';
import type { ComposeContext, Edition } from '../publishing/compose-edition.ts';
import { composeShared } from './compose-shared.ts';

/** Whether a link shows its revision; `void` if terms or protected names prevent that now. */
export type PreviewLinkStatus = 'open' | 'expired' | 'revoked' | 'void';

/** A link that shows something. */
export type OpenedLink = {
  link: PreviewLinkRow;
  article: Article;
  revision: Revision;
  edition: Edition;
};

/**
 * Whether a link still shows its revision, and what it opens.
 * @param redact returns those of the reasons against showing it that the caller may see
 */
export async function openPreviewLink(
  ctx: ComposeContext,
  link: PreviewLinkRow,
  redact: (reasons: Reason[]) => Reason[] = (reasons) => reasons,
): Promise<{ status: PreviewLinkStatus; opened: OpenedLink | null }> {
  const ended = (status: PreviewLinkStatus) => ({ status, opened: null });
  if (link.revokedAt !== null) return ended('revoked');
  if (link.expiresAt <= ctx.at.toISOString()) return ended('expired');
  const article = await findArticle(ctx.tx, link.articleId);
  const revision = await findRevision(ctx.tx, link.revision.id);
  if (article === null || revision === null) return ended('void');
  if (!mayMake(link.madeBy, article, ctx.journal.fourEyes)) return ended('void');
  const { edition, decision, termsHash } = await composeShared(ctx, article, revision);
  if (termsHash !== link.termsHash) return ended('void');
  if (!decision.ok) return ended(redact(decision.reasons).length > 0 ? 'void' : 'open');
  return { status: 'open', opened: { link, article, revision, edition } };
}

const mayMake = (maker: PreviewLinkRow['madeBy'], article: Article, fourEyes: boolean): boolean =>
  !maker.isDisabled && can(maker, 'preview_link.create', articleSubject(article), { fourEyes }).ok;
