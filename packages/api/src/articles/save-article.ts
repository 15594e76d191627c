import { isDeepStrictEqual } from 'node:util';
import {
  type ArticleChange,
  listChangesSince,
  slugTaken,
  writeArticleSave,
} from '@viewpoints/db/editorial/articles';
import { recordedBlocks } from '@viewpoints/db/editorial/contributions';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { isPlaceholderSlug } from '@viewpoints/domain/articles/placeholder-slug';
import { writtenFields } from '@viewpoints/domain/articles/written-fields';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { reason } from '@viewpoints/domain/refusal';
import { type Command, type CommandContext, permit, record } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { requireVisibleSources } from '../sources/require-visible-sources.ts';
import { mergeOver } from '../working-copy/merge-over.ts';
import { type OpenCopy, openCopy } from '../working-copy/open-copy.ts';
import { storeContent } from '../working-copy/store-content.ts';
import type { Input, SaveArticle } from './article-inputs.ts';
import { edit } from './edit-article.ts';
import { freeSlug, runWithFreeSlug } from './free-slug.ts';
import { lockExistingArticle, refuseStale } from './lock-article.ts';
import { moveFindingQuotes } from './move-finding-quotes.ts';
import { requireTranslation, resolveOriginal } from './translation-of.ts';

export type SavedArticle = {
  article: Article;
  findings: Finding[];
  /** What others had saved since the save that this one was made over, newest first: it is in it too. */
  merged: ArticleChange[];
};

/**
 * Saves the working copy over the save it names. What was saved since is merged with it, and ends
 * the command where both changed the same words. What is already there is no change, so that a save
 * sent twice counts once.
 */
export function saveArticle(
  ctx: CommandContext,
  { id, seen, content: sent }: Input<typeof SaveArticle>,
): Promise<SavedArticle> {
  return runWithFreeSlug(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.edit', articleSubject(locked));

    const own = await resolveOriginal(command, id, canonicalise(id, sent));
    const copy = await openCopy(command, locked);
    const together = await mergeSince(command, copy, { locked, seen, content: own });
    const content = await nameByHeadline(command, locked, together);
    const merged = seen < locked.save ? await listChangesSince(tx, id, seen) : [];
    const fields = changedFields(articleContentOf(locked), content);
    if (fields.length === 0)
      return { article: locked, findings: await listArticleFindings(tx, id), merged };
    if (fields.includes('slug') && (await slugTaken(tx, content.slug, id)))
      throw new ProblemError('already_exists', [
        reason('slug_taken', 'Another article has this slug: choose a different one.', 'slug'),
      ]);

    if (fields.includes('translationOf') || fields.includes('language'))
      await requireTranslation(command, id, content);

    if (fields.includes('sourceIds'))
      await requireVisibleSources(
        command,
        content.sourceIds.map((each) => ({ id: each, at: 'content.sourceIds' })),
      );

    const { voiding } = await edit(command, locked, {
      parts: writtenFields(articleContentOf(locked), content),
      blocks: fields.includes('body') ? recordedBlocks(locked.body, content.body) : undefined,
    });
    const stored = await storeContent(command, copy, { locked, content });
    const article = await writeArticleSave(tx, {
      ...{ id, content: stored, by: acting.id, at, fields },
    });
    const findings = await moveFindingQuotes(command, id, {
      oldText: documentText(locked.body).text,
      newText: documentText(article.body).text,
    });
    await record(command, 'article.edit', ['article', id], {
      save: article.save,
      fields: fields.join(' '),
      ...voiding,
    });
    return { article, findings, merged };
  });
}

/** What is saved, with what was saved since the save it names; ends the command where they overlap. */
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
  const slug = await freeSlug(command, content.headline);
  return isPlaceholderSlug(slug) ? content : { ...content, slug };
}

/** One form for what can be said in several: a normal document, nothing named twice, no pick of itself. */
function canonicalise(id: string, content: ArticleContent): ArticleContent {
  const { byline } = content;
  return {
    ...content,
    body: normaliseDocument(content.body),
    topicIds: once(content.topicIds),
    sourceIds: once(content.sourceIds),
    pickIds: once(content.pickIds).filter((picked) => picked !== id),
    byline: byline?.kind === 'authors' ? { ...byline, authorIds: once(byline.authorIds) } : byline,
  };
}

const once = (ids: string[]): string[] => [...new Set(ids)];

function changedFields(before: ArticleContent, after: ArticleContent): (keyof ArticleContent)[] {
  const keys = Object.keys(before) as (keyof ArticleContent)[];
  return keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
}
