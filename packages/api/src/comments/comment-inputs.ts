import { CommentContent, CommentTarget } from '@viewpoints/domain/comments/comment';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

export const ListComments = z.strictObject({ articleId: Id });
export const StartThread = CommentContent.extend({ articleId: Id, on: CommentTarget });
export const ReplyToThread = CommentContent.extend({ threadId: Id });
export const EditComment = CommentContent.extend({ id: Id });
export const OneComment = z.strictObject({ id: Id });
export const OneThread = z.strictObject({ threadId: Id });
