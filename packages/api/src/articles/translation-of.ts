import { listTranslations, lockGroup } from '@viewpoints/db/editorial/translations';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { checkTranslation, originalOf } from '@viewpoints/domain/articles/translation';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';
import { ProblemError } from '../problem.ts';

/** The content with the original behind the translation that an editor chose. */
export async function resolveOriginal(
  { tx }: Command,
  id: string,
  content: ArticleContent,
): Promise<ArticleContent> {
  if (content.translationOf === null || content.translationOf === id) return content;
  const [chosen] = await listTranslations(tx, [content.translationOf]);
  if (chosen === undefined)
    throw new ProblemError('invalid_input', [
      reason('unknown_reference', 'There is no such article.', 'translationOf'),
    ]);
  return { ...content, translationOf: originalOf(chosen) };
}

/** Ends the command if the article cannot be the translation that its content says it is. */
export async function requireTranslation(
  { tx }: Command,
  { id, kind }: Pick<Article, 'id' | 'kind'>,
  { language, translationOf }: ArticleContent,
): Promise<void> {
  const others = await lockGroup(tx, { articleId: id, originalId: translationOf });
  const article = { id, kind, language, translationOf };
  allow(checkTranslation(article, { original: translationOf, others }));
}
