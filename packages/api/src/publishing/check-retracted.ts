import { replaceExposures } from '@viewpoints/db/editorial/exposures';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { listNamedEntries, noNamedIds } from '@viewpoints/db/editorial/named-entries';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type PublicSet, publicEntryOf } from '@viewpoints/domain/articles/public-set';
import { publicTextsOf } from '@viewpoints/domain/articles/public-texts';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { JournalView } from '@viewpoints/domain/journal/journal-view';
import { writePublicTexts } from '@viewpoints/published/project/public-texts';
import { findPublishedView } from '@viewpoints/published/project/version-views';
import { writeSearch } from '@viewpoints/published/search/write-search';
import type { Command } from '../command.ts';
import { journalOf } from './compose-edition.ts';
import { exposuresOf } from './exposures-of.ts';
import { protectionsOf } from './protections-of.ts';

/**
 * Checks what is still public of a retracted article: stores its texts, indexes them for the
 * search, and notifies the desk of protected names in them. Does not change them.
 */
export async function checkRetracted(command: Command, article: Article): Promise<void> {
  const { tx, at } = command;
  const set = await readRetractedSet(command, article);
  if (set === null) return;
  const own = await listArticleFindings(tx, article.id);
  const live =
    article.liveRevisionId === null ? null : await findRevision(tx, article.liveRevisionId);
  const { strings, clearances } = await protectionsOf(tx, article.id, live?.content ?? article, [
    ...own,
    ...(live?.findings ?? []),
  ]);
  const reasons = mentionReasons(publicTextsOf(set), strings, {
    ...{ articleId: article.id, clearances },
  });
  await writePublicTexts(tx, set);
  await writeSearch(tx, article.id);
  await replaceExposures(tx, article.id, exposuresOf(reasons), at);
}

async function readRetractedSet(
  { tx, journal }: Command,
  { id, topicIds, byline }: Article,
): Promise<PublicSet | null> {
  const article = await findPublishedView(tx, id);
  if (article === null) return null;
  const { topics, authors, formerSlugs } = await listNamedEntries(tx, {
    ...{ ...noNamedIds, articleId: id, sourceIds: [], topicIds },
    authorIds: byline?.kind === 'authors' ? byline.authorIds : [],
  });
  const slugsOf = (refId: string) =>
    formerSlugs.filter((each) => each.refId === refId).map(({ slug }) => slug);
  return {
    article,
    entries: [
      ...topics.map((entry) => publicEntryOf({ kind: 'topic', entry }, slugsOf(entry.id))),
      ...authors.map((entry) => publicEntryOf({ kind: 'author', entry }, slugsOf(entry.id))),
    ],
    formerSlugs: slugsOf(id),
    journal: JournalView.parse(journalOf(journal)),
  };
}
