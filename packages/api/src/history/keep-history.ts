import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { getHistoryState, insertHistoryEntry } from '@viewpoints/db/editorial/history';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { blankDeskFields } from '@viewpoints/domain/findings/finding-fields';
import type { Command } from '../command.ts';

const hour = 60 * 60 * 1000;
const hourOf = (time: Date) => Math.floor(time.getTime() / hour);

/**
 * Stores what a locked article said at the end of the last hour with a change, at the first change
 * after it. So no job has to find what was written, and nothing is stored twice.
 */
export async function keepHourly(command: Command, article: Article): Promise<void> {
  const { changedAt, isKept } = await stateOf(command, article.id);
  if (changedAt === null || isKept || hourOf(changedAt) === hourOf(command.at)) return;
  await keepSnapshot(command, article, changedAt);
}

/** Stores what a locked article says now, unless it is stored already: much of it is about to change. */
export async function keepBefore(command: Command, article: Article): Promise<void> {
  const { changedAt, isKept } = await stateOf(command, article.id);
  if (changedAt !== null && !isKept) await keepSnapshot(command, article, changedAt);
}

async function stateOf({ tx }: Command, articleId: string) {
  const { change, changedAt, keptChange } = await getHistoryState(tx, articleId);
  return { changedAt, isKept: change === keptChange };
}

/** Without the note and the desk fields, which are stored nowhere else. */
async function keepSnapshot({ tx }: Command, article: Article, at: Date): Promise<void> {
  const findings = await listArticleFindings(tx, article.id);
  await insertHistoryEntry(tx, {
    ...{ articleId: article.id, at },
    said: {
      snapshot: {
        content: articleContentOf(article),
        findings: findings.map((finding) => ({ ...finding, ...blankDeskFields() })),
        links: await listArticleLinks(tx, article.id),
      },
    },
  });
}
