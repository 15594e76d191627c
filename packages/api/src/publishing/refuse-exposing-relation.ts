import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { decide } from '@viewpoints/domain/refusal';
import { listRelatedTexts } from '@viewpoints/published/project/related-texts';
import { allow, type Command } from '../command.ts';
import { protectionsOf } from './protections-of.ts';

/**
 * Refuses, with every reason, if one of two articles that were just linked by their findings would
 * show what its own sources protect: its page gets the other's title and finding. Called once the
 * link is written.
 */
export async function refuseExposingRelation(
  { tx }: Pick<Command, 'tx'>,
  one: string,
  other: string,
): Promise<void> {
  if (one === other) return;
  const reasons = [
    ...(await exposedOnPage(tx, one, other)),
    ...(await exposedOnPage(tx, other, one)),
  ];
  allow(decide(reasons));
}

async function exposedOnPage(tx: Command['tx'], articleId: string, shownId: string) {
  const own = await listArticleFindings(tx, articleId);
  const { strings, clearances } = await protectionsOf(tx, articleId, { sourceIds: [] }, own);
  if (strings.length === 0) return [];
  const related = await listRelatedTexts(tx, articleId, {
    ...{ pickIds: [], seriesId: null, translationGroup: articleId },
  });
  const shown = related.filter((each) => each.articleId === shownId);
  return mentionReasons(shown, strings, { articleId, clearances });
}
