import { isDeepStrictEqual } from 'node:util';
import { lockArticles } from '@viewpoints/db/editorial/articles';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { attributionLabels } from '@viewpoints/domain/attribution/labels';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { withheldSource, wordSource } from '@viewpoints/domain/attribution/wording';
import type { Source } from '@viewpoints/domain/sources/source';
import { announceSite, withAnnouncements } from '@viewpoints/published/changes/announce';
import { noteSource } from '@viewpoints/published/changes/note-changes';
import { hideExposed, listHidingArticles } from '@viewpoints/published/project/hide-exposed';
import {
  type Hiding,
  hidingOf,
  mergeHiding,
  nothingHidden,
} from '@viewpoints/published/project/hiding';
import { withholdEntries } from '@viewpoints/published/project/menu-targets';
import { deleteAllRelations } from '@viewpoints/published/project/related-heads';
import { listArticlesToProtect } from '@viewpoints/published/project/source-uses';
import { withholdSource } from '@viewpoints/published/project/withhold-source';
import { withdrawNullResults } from '@viewpoints/published/project/write-null-results';
import { hideRedirects } from '@viewpoints/published/project/write-redirects';
import type { Command } from '../command.ts';
import { findExposedBySource, hidingOfClosed } from './find-exposed-by-source.ts';
import { findExposedMenuEntries } from './find-exposed-menu-entries.ts';
import { findExposedNullResults } from './find-exposed-null-results.ts';
import { findExposedRedirects } from './find-exposed-redirects.ts';
import { REBUILD_BATCH, rebuildArticles } from './rebuild-articles.ts';

export type ProtectionPlan = {
  /** The articles of which something public rests on the source. */
  articleIds: string[];
  /** The parts of them to hide. */
  hiding: Hiding;
};

/** Whether the public words about a source change, so that they are withheld until the rebuild. */
export const isReworded = (before: Source, after: Source): boolean =>
  !isDeepStrictEqual(before.terms, after.terms) || before.descriptor !== after.descriptor;

/** Computes what may no longer be public if the source is as given; changes nothing. */
export async function planProtection(
  { tx, journal, at }: Pick<Command, 'tx' | 'journal' | 'at'>,
  source: Source,
  { reworded }: { reworded: boolean },
): Promise<ProtectionPlan> {
  const articleIds = await listArticlesToProtect(tx, source.id);
  const nullResults = await findExposedNullResults(tx, source);
  const redirects = await findExposedRedirects(tx, source);
  const menuEntries = await findExposedMenuEntries({ tx, at }, source);
  const ofNone = { ...nothingHidden, nullResults, redirects, menuEntries };
  if (articleIds.length === 0) return { articleIds, hiding: ofNone };
  const waivers = await listWaivers(tx, [source.id]);
  const clearances = await listClearances(tx, [source.id]);
  const articles = await listHidingArticles(tx, articleIds);
  const mentions = await findExposedBySource(tx, {
    ...{ source, waivers, clearances, articleIds, reworded },
  });
  const hiding = mergeHiding(hidingOf(mentions, articles), ofNone);
  if (!isClosed(source, waivers, journal.language)) return { articleIds, hiding };
  return { articleIds, hiding: mergeHiding(hiding, await hidingOfClosed(tx, source.id, articles)) };
}

/**
 * Lets narrower terms, a new participant or another protected name of a source take effect for
 * readers in this transaction, whatever rests on it: words about the source are withheld, mentions
 * of what it protects now are hidden. Nothing refuses this. What may still be said is restored as
 * the articles are rebuilt, at once if they are few.
 *
 * @param source as it is from now on, locked and written
 * @param options.reworded whether its terms or its public wording changed: only then does what is
 *   said of it, in articles and in their earlier versions, have to go
 */
export async function protectSource(
  command: Command,
  source: Source,
  { reworded }: { reworded: boolean },
): Promise<Hiding> {
  const { tx, at, journal } = command;
  await lockNullResultNames(tx);
  // A command that is changing one of the articles commits before this, or composes what is now allowed.
  await lockArticles(tx, await listArticlesToProtect(tx, source.id));
  const { articleIds, hiding } = await planProtection(command, source, { reworded });
  if (articleIds.length === 0) {
    await withdrawNullResults(tx, hiding.nullResults, at);
    await hideRedirects(tx, hiding.redirects, at);
    await withholdEntries(tx, hiding.menuEntries);
    return hiding;
  }
  const hide = async () => {
    await noteSource(tx, source.id);
    const { removed } = attributionLabels(journal.language);
    await hideExposed(tx, hiding, { removed, now: at });
    if (reworded) await withholdSource(tx, source.id, withheldSource(journal.language));
    await deleteAllRelations(tx, articleIds);
  };
  if (articleIds.length <= REBUILD_BATCH) await withAnnouncements(tx, articleIds, at, hide);
  else {
    // Computing which of thousands of pages changed is not worth it: all are rendered again.
    await announceSite(tx, articleIds);
    await hide();
  }
  await rebuildArticles(command, articleIds, { onExposure: 'suspend' });
  return hiding;
}

/** Whether a source is closed: its terms let nothing that was said in it be public. */
export function isClosed(source: Source, waivers: readonly Waiver[], locale: string): boolean {
  const worded = wordSource(source, waivers, locale);
  const codes = worded.ok ? [] : worded.reasons.map(({ code }) => code);
  return codes.includes('off_record') || codes.includes('disclosure_limited');
}
