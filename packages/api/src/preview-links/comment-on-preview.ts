import { countComments, insertComment, insertThread } from '@viewpoints/db/editorial/comments';
import { newId } from '@viewpoints/db/editorial/new-id';
import { findPreviewLink } from '@viewpoints/db/editorial/preview-links';
import {
  type LinkComment,
  type LinkCommentTarget,
  MAX_LINK_COMMENTS,
} from '@viewpoints/domain/articles/shared-preview';
import { checkRoomForThread } from '@viewpoints/domain/comments/comment';
import { blockTexts } from '@viewpoints/domain/document/document-text';
import { anchorQuote, quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { Quote } from '@viewpoints/domain/findings/finding';
import { reason } from '@viewpoints/domain/refusal';
import { normaliseText } from '@viewpoints/domain/text/normalise';
import type { z } from 'zod';
import { secretHash } from '../accounts/secrets.ts';
import { lockExistingArticle } from '../articles/lock-article.ts';
import { allow, type Command, type CommandContext, record, runCommand } from '../command.ts';
import { markQuote } from '../comments/start-thread.ts';
import { notify } from '../notifications/notify.ts';
import { ProblemError } from '../problem.ts';
import { type OpenedLink, openPreviewLink } from './open-preview-link.ts';
import type { CommentOnPreview } from './preview-link-inputs.ts';

/**
 * Begins a thread with a comment that came by a link. Its words are those of the revision that was
 * shown; they get a mark in the shared document where they are found there, and otherwise the thread
 * says that they are gone.
 */
export function commentOnPreview(
  ctx: Omit<CommandContext, 'account'>,
  { token, comment }: z.output<typeof CommentOnPreview>,
): Promise<void> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    const { tx, at } = command;
    const tokenHash = secretHash(token);
    const found = await findPreviewLink(tx, { tokenHash });
    if (found === null) throw new ProblemError('link_expired');
    const locked = await lockExistingArticle(command, found.articleId);
    const link = await findPreviewLink(tx, { tokenHash });
    const { opened } = link === null ? { opened: null } : await openPreviewLink(command, link);
    if (opened === null) throw new ProblemError('link_expired');
    if (opened.link.comments >= MAX_LINK_COMMENTS)
      throw new ProblemError('refused', [
        reason('too_many_comments', 'This link takes no more comments.'),
      ]);
    allow(checkRoomForThread(await countComments(tx, locked.id)));
    const quote = quoteIn(opened, comment.on);
    const threadId = newId();
    const on =
      quote === null ? ({ kind: 'article' } as const) : ({ kind: 'words', quote } as const);
    if (quote !== null) await markQuote(command, locked, { threadId, quote });
    await insertThread(tx, { id: threadId, articleId: locked.id, on, at });
    await insertComment(tx, {
      ...{
        id: newId(),
        threadId,
        linkId: opened.link.id,
        at,
        text: textOf(comment, quote),
        mentionIds: [],
      },
    });
    await record(command, 'preview_link.comment', ['article', locked.id], {
      ...{ threadId, previewLinkId: opened.link.id },
    });
    await notifyOfComment(command, opened.link);
  });
}

/**
 * Notifies the authors, the assignee and the maker of the link: once an hour, since a
 * reader has up to 50 comments, and each would be an e-mail.
 */
function notifyOfComment(command: Command, link: OpenedLink['link']): Promise<void> {
  const { articleId, madeBy } = link;
  const hour = command.at.toISOString().slice(0, 13);
  return notify(command, {
    ...{ kind: 'preview_commented', articleIds: [articleId], to: 'writers', occasion: hour },
    and: { ids: [madeBy.id], assignee: true },
  });
}

/** The comment's text; selected words that are not in the body, such as a headline's, are added to it. */
const textOf = ({ text, on }: LinkComment, quote: Quote | null): string =>
  on.kind === 'words' && quote === null ? `“${normaliseText(on.exact)}”\n${text}` : text;

/** The words of the text that a comment is on; null if it is on the whole, or on none of the text. */
function quoteIn({ revision }: OpenedLink, on: LinkCommentTarget): Quote | null {
  const { text } = revision;
  if (on.kind === 'words') {
    const anchoring = anchorQuote(text, {
      ...{ exact: normaliseText(on.exact), prefix: on.prefix, suffix: on.suffix },
    });
    return anchoring.kind === 'anchored' ? Quote.parse(anchoring.quote) : null;
  }
  if (on.kind === 'article') return null;
  const blocks = blockTexts(revision.content.body);
  const block = blocks[on.index];
  if (block === undefined) return null;
  const start = blocks.slice(0, on.index).reduce((sum, { length }) => sum + length + 1, 0);
  // A quote has a longest length, which no paragraph that is read comes near.
  const quote = quoteFromRange(text, start, start + Math.min(block.length, 5000));
  return block.startsWith(quote.exact) ? quote : null;
}
