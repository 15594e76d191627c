import { publishDueArticle } from '../articles/publish-due-article.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Publishes a scheduled article whose time has come. */
export async function publishDue(
  context: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  await publishDueArticle(asSystem(context), articleId);
}
