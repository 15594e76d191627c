import { listArticleFindings, listArticleLinks } from '@viewpoints/db/editorial/findings';
import { getHistoryState, insertHistoryEntry } from '@viewpoints/db/editorial/history';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { blankDeskFields } from '@viewpoints/domain/findings/finding-fields';
import type { Command } from '../command.ts';

const hour = 60 * 60 * 1000;
const hourOf = (time: Date) => Math.floor(time.getTime() / hour);

/**
 * Keeps what a locked article said at the end of the last hour in which somebody wrote, at the first
 * change after it. So that no job has to find what was written, and nothing is kept twice.
 */
export async function keepHourly(command: Command, article: Article): Promise<void> {
  const { changedAt, isKept } = await stateOf(command, article.id);
  if (changedAt === null || isKept || hourOf(changedAt) === hourOf(command.at)) return;
  await keepSnapshot(command, article, changedAt);
}

/** Keeps what a locked article says now, unless it is kept already: much of it is about to change. */
export async function keepBefore(command: Command, article: Article): Promise<void> {
  const { changedAt, isKept } = await stateOf(command, article.id);
  if (changedAt !== null && !isKept) await keepSnapshot(command, article, changedAt);
}

async function stateOf({ tx }: Command, articleId: string) {
  const { change, changedAt, keptChange } = await getHistoryState(tx, articleId);
  return { changedAt, isKept: change === keptChange };
}

/** Without the note and the desk fields, which are for the desk alone and kept nowhere else. */
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
