import { findArticle } from '@viewpoints/db/editorial/articles';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSourceDescription } from '@viewpoints/db/editorial/source-descriptions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type {
  SourceDescription,
  SourceDescriptionContent,
} from '@viewpoints/domain/sources/source-description';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Describes a source for those who enter sources: it waits on their desk. */
export function describeSource(
  ctx: CommandContext,
  content: SourceDescriptionContent,
): Promise<SourceDescription> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.describe');
    const { tx, acting, at } = command;
    const { articleId } = content;
    if (articleId !== null) {
      const article = await findArticle(tx, articleId);
      if (article === null) throw notFound('article');
      permit(command, 'article.view', articleSubject(article));
    }
    const described = await insertSourceDescription(tx, {
      ...{ id: newId(), content, by: acting.id, at },
    });
    await record(command, 'source.describe', ['source_description', described.id], { articleId });
    return described;
  });
}
