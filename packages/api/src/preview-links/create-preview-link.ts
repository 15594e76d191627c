import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertPreviewLink, listPreviewLinks } from '@viewpoints/db/editorial/preview-links';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { MAX_PREVIEW_LINKS } from '@viewpoints/domain/articles/shared-preview';
import { decide, reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { lockCaller } from '../accounts/lock-caller.ts';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import { ProblemError } from '../problem.ts';
import { cutRevision } from '../publishing/cut-revision.ts';
import { mayKnowSources } from '../publishing/redact-reasons.ts';
import { composeShared, hasOtherTerms } from './compose-shared.ts';
import type { CreatePreviewLink } from './preview-link-inputs.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Creates a link with which a person without an account sees the article as it would be published
 * now: later edits are not shown. If the article is not approved, a revision is saved for it. The
 * link is only in the response.
 */
export function createPreviewLink(
  ctx: CommandContext & { account: { id: string }; instance: Pick<Instance, 'readerUrl'> },
  { articleId, label, days }: z.output<typeof CreatePreviewLink>,
): Promise<{ id: string; link: string; expiresAt: string }> {
  return runCommand(ctx, async (command) => {
    await lockCaller(command);
    const { tx, at, acting } = command;
    const article = await lockExistingArticle(command, articleId);
    permit(command, 'preview_link.create', articleSubject(article));
    const isKnowing = mayKnowSources(acting);
    const { approvedRevisionId } = article;
    // A refusal of a link reveals protected names. An account that may not know them can only make
    // one for an article that a second person has approved, so it cannot try out words.
    const approved =
      approvedRevisionId === null ? null : await findRevision(tx, approvedRevisionId);
    const isAsNow =
      approved !== null &&
      !hasOtherTerms(approved.findings, await listArticleFindings(tx, articleId));
    if (!isKnowing && !isAsNow) throw needsEditor();
    const revision = isAsNow ? approved : await cutRevision(command, article, 'kept');
    const shared = await composeShared(command, article, revision);
    if (!shared.decision.ok && !isKnowing) throw needsEditor();
    allow(shared.decision);
    allow(
      decide(
        (await listPreviewLinks(tx, articleId)).length < MAX_PREVIEW_LINKS
          ? []
          : [
              reason(
                'too_many_preview_links',
                `An article has at most ${MAX_PREVIEW_LINKS} links to previews by which comments came or that still work.`,
              ),
            ],
      ),
    );
    const token = newSecret();
    const id = newId();
    const expiresAt = new Date(at.getTime() + days * day);
    await insertPreviewLink(tx, {
      ...{ id, articleId, label, revisionId: revision.id, tokenHash: secretHash(token) },
      ...{ termsHash: shared.termsHash, madeById: ctx.account.id, madeAt: at, expiresAt },
    });
    await record(command, 'preview_link.create', ['article', articleId], {
      ...{ previewLinkId: id, revisionId: revision.id, expiresAt: expiresAt.toISOString() },
    });
    const link = `${ctx.instance.readerUrl}/shared-preview/${token}`;
    return { id, link, expiresAt: expiresAt.toISOString() };
  });
}

const needsEditor = () =>
  new ProblemError('refused', [
    reason(
      'preview_link_needs_editor',
      'No link can be made of this article as it is. Have it approved, or ask an editor to make the link.',
    ),
  ]);
