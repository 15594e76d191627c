import { type ArticleChange, listChangesSince } from '@viewpoints/db/editorial/articles';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { isPlaceholderSlug } from '@viewpoints/domain/articles/placeholder-slug';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type Command, type CommandContext, permit } from '../command.ts';
import { requireSameVersion } from '../working-copy/find-own-copy.ts';
import { mergeOver } from '../working-copy/merge-over.ts';
import { type OpenCopy, openCopy } from '../working-copy/open-copy.ts';
import { storeContent } from '../working-copy/store-content.ts';
import type { Input, SaveArticle } from './article-inputs.ts';
import { freeSlug, runWithFreeSlug } from './free-slug.ts';
import { lockExistingArticle, refuseStale } from './lock-article.ts';
import { resolveOriginal } from './translation-of.ts';
import { canonicalise, changedFields, writeContent } from './write-content.ts';

export type SavedArticle = {
  article: Article;
  findings: Finding[];
  /** Saves by others that this one was merged with, newest first. */
  merged: ArticleChange[];
  /** How many suggestions went with the paragraphs that they were in. */
  suggestionsGone: number;
};

/**
 * Saves the working copy over the save it names. What was saved since is merged with it, and ends
 * the command if both changed the same words. What is already there is no change, so that a save
 * sent twice counts once.
 */
export function saveArticle(
  ctx: CommandContext,
  input: Input<typeof SaveArticle>,
): Promise<SavedArticle> {
  return runWithFreeSlug(ctx, (command) => saveArticleIn(command, input));
}

/** The same as part of a command that does more. */
export async function saveArticleIn(
  command: Command,
  { id, seen, content: sent, documentVersion }: Input<typeof SaveArticle>,
): Promise<SavedArticle> {
  const { tx } = command;
  requireSameVersion(documentVersion);
  const locked = await lockExistingArticle(command, id);
  permit(command, 'article.edit', articleSubject(locked));

  const own = await resolveOriginal(command, id, canonicalise(id, sent));
  const copy = await openCopy(command, locked);
  const together = await mergeSince(command, copy, { locked, seen, content: own });
  const content = await nameByHeadline(command, locked, together);
  const merged = seen < locked.save ? await listChangesSince(tx, id, seen) : [];
  const fields = changedFields(articleContentOf(locked), content);
  if (fields.length === 0)
    return {
      article: locked,
      findings: await listArticleFindings(tx, id),
      merged,
      suggestionsGone: 0,
    };
  const { article, suggestionsGone } = await writeContent(command, locked, content, {
    store: (next) => storeContent(command, copy, { locked, content: next }),
    live: false,
  });
  const findings = await listArticleFindings(tx, id);
  return { article, findings, merged, suggestionsGone };
}

/** The content merged with saves since the named one; ends the command if they overlap. */
async function mergeSince(
  command: Command,
  copy: OpenCopy,
  save: { locked: Article; seen: number; content: ArticleContent },
): Promise<ArticleContent> {
  const { locked, seen, content } = save;
  if (seen === locked.save || changedFields(articleContentOf(locked), content).length === 0)
    return content;
  const merged = await mergeOver(command, copy, save);
  if (merged === null) await refuseStale(command, locked, seen);
  return merged ?? content;
}

/**
 * A draft that was begun without a headline is named after it: by the first save that finds it
 * written, so that half a headline makes no slug.
 */
async function nameByHeadline(
  command: Command,
  locked: Article,
  content: ArticleContent,
): Promise<ArticleContent> {
  const isWritten = content.headline !== '' && content.headline === locked.headline;
  const isUnnamed = isPlaceholderSlug(locked.slug) && content.slug === locked.slug;
  if (!isWritten || !isUnnamed || locked.liveRevisionId !== null) return content;
  const slug = await freeSlug(
    command,
    content.headline,
    locked.kind === 'page' ? locked : undefined,
  );
  return isPlaceholderSlug(slug) ? content : { ...content, slug };
}
