import { lockArticle } from '@viewpoints/db/editorial/articles';
import { replaceExposures } from '@viewpoints/db/editorial/exposures';
import { listPublicPagesBelow } from '@viewpoints/db/editorial/pages';
import type { Article } from '@viewpoints/domain/articles/article';
import { withAnnouncement } from '@viewpoints/published/changes/announce';
import { listWithdrawnWords } from '@viewpoints/published/project/notices-of-finding';
import { writePublicTexts } from '@viewpoints/published/project/public-texts';
import { writeSourceUses } from '@viewpoints/published/project/source-uses';
import { suspendArticles } from '@viewpoints/published/project/suspend';
import { findPublishedView } from '@viewpoints/published/project/version-views';
import { writePublication } from '@viewpoints/published/project/write-publication';
import { allow, type Command } from '../command.ts';
import { checkRetracted } from './check-retracted.ts';
import { composeLiveEdition, type Edition } from './compose-edition.ts';
import { dropExposedRelations } from './drop-exposed-relations.ts';
import { exposuresOf, suspending, unwritable } from './exposures-of.ts';
import { publicationOf } from './publication-of.ts';

/** The reaction if the live version breaks terms: `suspend` after a protective act. */
export type OnExposure = 'suspend' | 'list';

/**
 * Rebuilds the live version from its revision and the current entities: a renamed actor, narrowed
 * terms, a finding that was replaced. Never refuses: if it may no longer be public, the article is
 * suspended until it is corrected, or the desk is notified. A suspended article returns once
 * nothing prevents it. Names need no lock here: a command that edits one then locks every public
 * article that has it.
 */
export async function rebuildArticle(
  command: Command,
  articleId: string,
  { onExposure = 'list' }: { onExposure?: OnExposure } = {},
): Promise<void> {
  const { tx, at } = command;
  const article = await lockArticle(tx, articleId);
  if (article === null || article.liveRevisionId === null) return;
  if (article.state === 'retracted') return checkRetracted(command, article);
  const edition = await composeLiveEdition(command, article);
  if (edition === null) return;
  const reasons = edition.publishable.ok ? [] : edition.publishable.reasons;
  const withdrawn = await listWithdrawnWords(tx, edition.own);
  await replaceExposures(
    tx,
    articleId,
    [
      ...exposuresOf(reasons),
      ...withdrawn.map((each) => ({
        ...each,
        ...{ code: 'withdrawn_words', sourceId: null, participantId: null },
      })),
    ],
    at,
  );
  const isExposed = reasons.some(({ code }) => suspending.has(code));
  if (isExposed && (onExposure === 'suspend' || edition.history.suspended)) {
    await keepPublishedView(command, edition);
    await withAnnouncement(tx, articleId, at, () => suspendArticles(tx, [articleId]));
    return rebuildPagesBelow(command, article);
  }
  if (reasons.some(({ code }) => unwritable.has(code))) return keepPublishedView(command, edition);
  await writeLive(command, edition);
  if (edition.history.suspended) await rebuildPagesBelow(command, article);
}

/** Shows the public pages that stand directly under a page again, or lists why they stay away with it. */
export async function rebuildPagesBelow(
  command: Command,
  { id, kind }: Pick<Article, 'id' | 'kind'>,
): Promise<void> {
  if (kind !== 'page') return;
  for (const below of await listPublicPagesBelow(command.tx, id))
    await rebuildArticle(command, below, { onExposure: 'suspend' });
}

/** Leaves the public view unchanged, and stores its texts and what it rests on. */
async function keepPublishedView(command: Command, edition: Edition): Promise<void> {
  const { tx } = command;
  const view = await findPublishedView(tx, edition.article.id);
  if (view === null) return;
  const { set, content, findings } = publicationOf(command, edition);
  await writePublicTexts(tx, { ...set, article: view });
  await writeSourceUses(tx, { set, content, findings });
}

async function writeLive(command: Command, edition: Edition): Promise<void> {
  const { tx, at } = command;
  allow(await writePublication(tx, publicationOf(command, edition), at));
  await dropExposedRelations(command, edition);
}
