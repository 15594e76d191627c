import { listChangesSince, lockArticle } from '@viewpoints/db/editorial/articles';
import { lockNamesOf } from '@viewpoints/db/editorial/lock-names';
import type { Article } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
import { reason } from '@viewpoints/domain/refusal';
import { fieldLabel } from '@viewpoints/domain/validation/field-label';
import { allow, type Command } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Locks an article for a command. */
export async function lockExistingArticle({ tx }: Command, id: string): Promise<Article> {
  const article = await lockArticle(tx, id);
  if (article === null) throw notFound('article');
  return article;
}

/**
 * Locks an article for a command that publishes it: first all that it names, then the article, as
 * everybody does who edits a name. What was added between the two is locked after them.
 */
export async function lockForPublication(command: Command, id: string): Promise<Article> {
  await lockNamesOf(command.tx, id);
  const article = await lockExistingArticle(command, id);
  await lockNamesOf(command.tx, id);
  return article;
}

/** Ends the command if another account saved since, and says who, when and which fields. */
export async function refuseStale(
  { tx }: Command,
  article: Article,
  baseVersion: number | undefined,
): Promise<void> {
  if (baseVersion === undefined || baseVersion === article.save) return;
  const changes = await listChangesSince(tx, article.id, Math.min(baseVersion, article.save - 1));
  throw new ProblemError(
    'stale',
    changes.map(({ save, by, at, fields }) =>
      reason('stale', `${by.name} changed ${listOf(fields)}.`, null, {
        save,
        by: by.id,
        name: by.name,
        at,
        fields,
      }),
    ),
  );
}

const listOf = (fields: string[]) =>
  fields.length === 0
    ? 'this'
    : new Intl.ListFormat('en-GB').format(
        fields.map((field) => `the ${fieldLabel([field])?.toLowerCase()}`),
      );

/** The transition of an event; ends the command if the article's state has no such step. */
export function step(article: Article, event: ArticleEvent) {
  const transition = articleTransition(article.state, event, {
    live: article.liveRevisionId !== null,
    kind: article.kind,
  });
  allow(transition);
  return transition;
}
