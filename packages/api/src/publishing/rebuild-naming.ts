import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { PublicEntry } from '@viewpoints/domain/articles/public-set';
import { entryTexts } from '@viewpoints/domain/articles/public-texts';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { isKindWith } from '@viewpoints/domain/kinds/kinds';
import { decide } from '@viewpoints/domain/refusal';
import { announcePage, type EditedPage } from '@viewpoints/published/changes/announce';
import { listArticlesNaming } from '@viewpoints/published/project/articles-naming';
import { listNeighbouringSources } from '@viewpoints/published/project/entry-neighbours';
import { writeEntryTexts } from '@viewpoints/published/project/public-texts';
import { writeNameEntries } from '@viewpoints/published/search/write-search';
import { allow, type Command } from '../command.ts';
import { withholdRenamedEntries } from './find-exposed-menu-entries.ts';
import { rebuildArticles } from './rebuild-articles.ts';

/**
 * Lets readers see what an edited entry is called now: its own page at once, and the articles that
 * name it as they are rebuilt. Refused, with every reason, where what it says now mentions what a
 * source of one of those articles protects. The words are few, so that this costs nearly the same
 * however many articles there are.
 *
 * @param entries the entry as it is now, and whatever is above it in its tree
 */
export async function rebuildNaming(
  command: Command,
  edited: EditedPage,
  entries: readonly PublicEntry[],
): Promise<void> {
  const { tx } = command;
  const { kind, id } = edited;
  const articleIds = await listArticlesNaming(tx, edited);
  if (articleIds.length > 0) {
    await refuseMentions(command, edited, entries);
    for (const entry of entries) await writeEntryTexts(tx, entry);
    if (isKindWith('search', kind)) await writeNameEntries(tx, [{ kind, id }]);
    await withholdRenamedEntries(command, id);
    await announcePage(tx, edited);
  }
  await rebuildArticles(command, articleIds);
}

async function refuseMentions(
  { tx }: Command,
  edited: EditedPage,
  entries: readonly PublicEntry[],
): Promise<void> {
  const sourceIds = await listNeighbouringSources(tx, edited);
  const sources = await listSourcesByIds(tx, sourceIds);
  const waivers = await listWaivers(tx, sourceIds);
  const clearances = await listClearances(tx, sourceIds);
  const findings = await listAttributedFindings(tx, sourceIds);
  const strings = protectedStrings(sources, waivers, findings);
  allow(
    decide(mentionReasons(entries.flatMap(entryTexts), strings, { articleId: null, clearances })),
  );
}
