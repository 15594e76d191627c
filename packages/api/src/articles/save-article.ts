import { isDeepStrictEqual } from 'node:util';
import { slugTaken, writeArticleSave } from '@viewpoints/db/editorial/articles';
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
import type { Input, SaveArticle } from './article-inputs.ts';
import { edit } from './edit-article.ts';
import { freeSlug, runWithFreeSlug } from './free-slug.ts';
import { lockExistingArticle, refuseStale } from './lock-article.ts';
import { moveFindingQuotes } from './move-finding-quotes.ts';
import { requireTranslation, resolveOriginal } from './translation-of.ts';

/**
 * Saves the working copy over the save it names. What is already there is no change, so that a
 * save sent twice counts once.
 */
export function saveArticle(
  ctx: CommandContext,
  { id, seen, content: sent }: Input<typeof SaveArticle>,
): Promise<{ article: Article; findings: Finding[] }> {
  return runWithFreeSlug(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.edit', articleSubject(locked));

    const content = await nameByHeadline(
      command,
      locked,
      await resolveOriginal(command, id, canonicalise(id, sent)),
    );
    const fields = changedFields(articleContentOf(locked), content);
    if (fields.length === 0)
      return { article: locked, findings: await listArticleFindings(tx, id) };
    await refuseStale(command, locked, seen);
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
    const article = await writeArticleSave(tx, { id, content, by: acting.id, at, fields });
    const findings = await moveFindingQuotes(command, id, {
      oldText: documentText(locked.body).text,
      newText: documentText(article.body).text,
    });
    await record(command, 'article.edit', ['article', id], {
      save: article.save,
      fields: fields.join(' '),
      ...voiding,
    });
    return { article, findings };
  });
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
