import { permitted, router } from '../trpc.ts';
import * as inputs from './comment-inputs.ts';
import { editComment } from './edit-comment.ts';
import { listComments } from './list-comments.ts';
import { removeComment } from './remove-comment.ts';
import { replyToThread } from './reply-to-thread.ts';
import { reopenThread, resolveThread } from './resolve-thread.ts';
import { startThread } from './start-thread.ts';

/** Comments on an article: threads on words of it, on findings and on fields. */
export const commentsRouter = router({
  list: permitted('comment.list')
    .input(inputs.ListComments)
    .query(({ ctx, input: { articleId } }) =>
      listComments(ctx.editorial, { articleId, acting: ctx.account }),
    ),
  start: permitted('comment.start')
    .input(inputs.StartThread)
    .mutation(({ ctx, input }) => startThread(ctx, input)),
  reply: permitted('comment.reply')
    .input(inputs.ReplyToThread)
    .mutation(({ ctx, input }) => replyToThread(ctx, input)),
  edit: permitted('comment.edit')
    .input(inputs.EditComment)
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  remove: permitted('comment.remove')
    .input(inputs.OneComment)
    .mutation(({ ctx, input }) => removeComment(ctx, input)),
  resolve: permitted('comment.resolve')
    .input(inputs.OneThread)
    .mutation(({ ctx, input }) => resolveThread(ctx, input)),
  reopen: permitted('comment.reopen')
    .input(inputs.OneThread)
    .mutation(({ ctx, input }) => reopenThread(ctx, input)),
});
