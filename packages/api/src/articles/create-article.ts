import { insertArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import { type Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { reason } from '@viewpoints/domain/refusal';
import { directionOf } from '@viewpoints/domain/text/direction';
import type { z } from 'zod';
import { type CommandContext, permit, record } from '../command.ts';
import { requirePlace } from '../pages/require-place.ts';
import { ProblemError } from '../problem.ts';
import type { CreateArticle } from './article-inputs.ts';
import { freeSlug, requireFreeSlug, runWithFreeSlug } from './free-slug.ts';

/** Begins a draft in the journal's language. */
export function createArticle(
  ctx: CommandContext,
  { headline, kind = 'article', parent = null, slug: given }: z.input<typeof CreateArticle>,
): Promise<Article> {
  return runWithFreeSlug(ctx, async (command) => {
    permit(command, 'article.create');
    const { language, timeZone } = await getJournal(command.tx);
    if (kind === 'article' && parent !== null)
      throw new ProblemError('refused', [
        reason('not_a_page', 'Only a page stands under another one.', 'parent'),
      ]);
    if (given !== undefined) await requireFreeSlug(command, given, null);
    const page = kind === 'page' ? { parent } : undefined;
    const slug = given ?? (await freeSlug(command, headline ?? '', page));
    if (kind === 'page') await requirePlace(command, { id: null, slug, parent });
    const article = await insertArticle(command.tx, {
      id: newId(),
      content: ArticleContent.parse({ slug, headline, language, direction: directionOf(language) }),
      by: command.acting.id,
      at: command.at,
      timeZone,
      ...{ kind, parent },
    });
    await record(
      command,
      'article.create',
      ['article', article.id],
      kind === 'page' ? { kind } : {},
    );
    return article;
  });
}
