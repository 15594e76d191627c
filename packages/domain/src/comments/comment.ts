import { z } from 'zod';
import { ArticleContent } from '../articles/article.ts';
import { Quote } from '../findings/finding.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import { Id, text } from '../values.ts';

/** Longest comment, in UTF-16 units. */
export const MAX_COMMENT_LENGTH = 4000;
/** How many threads an article may have, and how many comments a thread and all of them. */
export const MAX_THREADS = 500;
export const MAX_COMMENTS = 100;
export const MAX_COMMENTS_OF_ARTICLE = 2000;

/** A field of an article that can be commented on. Its text is commented on by words. */
export const CommentedField = ArticleContent.omit({ body: true }).keyof();
export type CommentedField = z.infer<typeof CommentedField>;

/** The target of a thread: words of the text, a finding, or a field. */
export const CommentTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), quote: Quote }),
  z.strictObject({ kind: z.literal('finding'), findingId: Id }),
  z.strictObject({ kind: z.literal('field'), field: CommentedField }),
]);
export type CommentTarget = z.infer<typeof CommentTarget>;

/** The text of a comment. For the desk only, and protected as the note is. */
export const CommentContent = z.strictObject({
  text: text(MAX_COMMENT_LENGTH).min(1, 'write something here'),
  /** Accounts that are notified of it. They have to be able to see the article. */
  mentions: z.array(Id).max(20, 'mention no more than 20 people').default([]),
});
export type CommentContent = z.infer<typeof CommentContent>;

/** How many threads and comments an article has. */
export type CommentCounts = { threads: number; comments: number };

/** Whether an article has room for another thread. */
export const checkRoomForThread = (has: CommentCounts): Decision =>
  decide([
    ...(has.threads < MAX_THREADS
      ? []
      : [reason('too_many_threads', `An article has at most ${MAX_THREADS} threads of comments.`)]),
    ...roomInArticle(has),
  ]);

/** Whether a thread can be replied to: it is open, and has room for another comment. */
export const checkReply = (
  thread: { isResolved: boolean; comments: number },
  has: CommentCounts,
): Decision =>
  decide([
    ...(thread.isResolved
      ? [reason('thread_resolved', 'This thread is resolved. Reopen it to write in it.')]
      : []),
    ...(thread.comments < MAX_COMMENTS
      ? []
      : [reason('too_many_comments', `A thread has at most ${MAX_COMMENTS} comments.`)]),
    ...roomInArticle(has),
  ]);

const roomInArticle = ({ comments }: CommentCounts) =>
  comments < MAX_COMMENTS_OF_ARTICLE
    ? []
    : [
        reason(
          'too_many_comments',
          `An article has at most ${MAX_COMMENTS_OF_ARTICLE.toLocaleString('en-GB')} comments.`,
        ),
      ];

/** Whether everybody who is mentioned may see the article. */
export const checkMentions = (mentions: readonly Id[], seeing: readonly { id: Id }[]): Decision => {
  const unseeing = mentions.filter((id) => !seeing.some((each) => each.id === id));
  return decide(
    unseeing.map((id) =>
      reason(
        'cannot_see_article',
        'Somebody who is mentioned cannot see this article.',
        'mentions',
        {
          id,
        },
      ),
    ),
  );
};
