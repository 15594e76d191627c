import { insertUpdate } from '@viewpoints/db/editorial/article-copies';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { reason } from '@viewpoints/domain/refusal';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { readShared, type SharedContent } from '@viewpoints/working-copy/shared-content';
import { changeShared, type SharedDocument } from '@viewpoints/working-copy/shared-document';
import { suggestionsIn } from '@viewpoints/working-copy/suggestions/shared-suggestions';
import type { StoredContent } from '../articles/write-content.ts';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { foldWhereMany } from './compact-copy.ts';
import { type OpenCopy, sharedContentOf } from './open-copy.ts';

/**
 * Makes the shared document of a locked article say what a save says, and answers with what the
 * columns are to have then: what is read from the document. Ends the command if that is nothing
 * that an article may say.
 */
export async function storeContent(
  { tx, at }: Command,
  { shared, stored }: OpenCopy,
  { locked, content }: { locked: Article; content: ArticleContent },
): Promise<StoredContent> {
  const had = suggestionsIn(shared).length;
  const update = changeShared(shared, sharedContentOf(content));
  const read = readContent(shared);
  const save = locked.save + 1;
  const id = await insertUpdate(tx, { articleId: locked.id, save, update, at });
  stored.updates.push({ id, save, update });
  await foldWhereMany(tx, stored);
  const suggestionsGone = had - suggestionsIn(shared).length;
  return { content: { ...read, note: content.note }, suggestionsGone };
}

/** The content of a shared document; ends the command if it is not valid for an article. */
export function readContent(shared: SharedDocument): SharedContent {
  const read = readShared(shared);
  if (!read.success) throw new ProblemError('invalid_input', validationReasons(read.error.issues));
  if (JSON.stringify(read.data.body).length > MAX_DOCUMENT_LENGTH)
    throw new ProblemError('invalid_input', [
      reason('too_long', 'The text is longer than an article can be.', 'content.body'),
    ]);
  return read.data;
}
