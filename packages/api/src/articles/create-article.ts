import { insertArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import { type Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { directionOf } from '@viewpoints/domain/text/direction';
import { type CommandContext, permit, record } from '../command.ts';
import type { CreateArticle, Input } from './article-inputs.ts';
import { freeSlug, runWithFreeSlug } from './free-slug.ts';

/** Begins a draft in the journal's language. */
export function createArticle(
  ctx: CommandContext,
  { headline }: Input<typeof CreateArticle>,
): Promise<Article> {
  return runWithFreeSlug(ctx, async (command) => {
    permit(command, 'article.create');
    const { language, timeZone } = await getJournal(command.tx);
    const slug = await freeSlug(command, headline);
    const article = await insertArticle(command.tx, {
      id: newId(),
      content: ArticleContent.parse({ slug, headline, language, direction: directionOf(language) }),
      by: command.acting.id,
      at: command.at,
      timeZone,
    });
    await record(command, 'article.create', ['article', article.id]);
    return article;
  });
}
