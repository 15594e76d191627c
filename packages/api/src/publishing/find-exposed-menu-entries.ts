import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { mentionReasons, type SearchedText } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Reason } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import {
  listMenuEntries,
  type MenuEntryRow,
  menuTexts,
  withholdEntries,
} from '@viewpoints/published/project/menu-targets';
import { listEveryProtectingSource } from '@viewpoints/published/project/source-uses';
import type { Command } from '../command.ts';

/** Where words of the menus, which are beside everything, mention what any of these sources protects. */
async function mentionsOf(
  tx: Transaction,
  sources: readonly Source[],
  texts: readonly SearchedText[],
): Promise<Reason[]> {
  const ids = sources.map(({ id }) => id);
  const strings = protectedStrings(
    sources,
    await listWaivers(tx, ids),
    await listAttributedFindings(tx, ids),
  );
  const clearances = await listClearances(tx, ids);
  return mentionReasons(texts, strings, { articleId: null, clearances });
}

const everySource = async (tx: Transaction): Promise<Source[]> =>
  listSourcesByIds(tx, await listEveryProtectingSource(tx));

/** Where words of the menus mention what any source protects. */
export const mentionsInMenus = async (
  tx: Transaction,
  texts: readonly SearchedText[],
): Promise<Reason[]> => (texts.length === 0 ? [] : mentionsOf(tx, await everySource(tx), texts));

/** The positions of entries that mention what these sources protect. */
async function exposedAmong(
  tx: Transaction,
  rows: readonly MenuEntryRow[],
  sources: readonly Source[],
): Promise<number[]> {
  const shown = rows.filter(({ state }) => state !== 'withheld');
  const texts = menuTexts(shown.map((row) => ({ ...row, at: String(row.position) })));
  if (texts.length === 0) return [];
  const reasons = await mentionsOf(tx, sources, texts);
  return [...new Set(reasons.map(({ at }) => Number.parseInt(at ?? '', 10)))];
}

/** The positions of entries that mention what a source protects, as it is given. */
export const findExposedMenuEntries = async (
  { tx, at }: Pick<Command, 'tx' | 'at'>,
  source: Source,
): Promise<number[]> => exposedAmong(tx, await listMenuEntries(tx, at), [source]);

/** Takes entries away from readers that mention what a source protects from now on. */
export async function protectFromMenus(command: Command, source: Source): Promise<void> {
  await withholdEntries(command.tx, await findExposedMenuEntries(command, source));
}

/**
 * Takes away entries that are called by the name of what they lead to, where that is called from now on
 * what some source protects: it may be said there, and not beside everything.
 */
export async function withholdRenamedEntries(
  { tx, at }: Pick<Command, 'tx' | 'at'>,
  id: string,
): Promise<void> {
  const leading = await tx.menuEntry.count({ where: { refId: id, label: '', withheld: false } });
  if (leading === 0) return;
  await lockNullResultNames(tx);
  const rows = (await listMenuEntries(tx, at)).filter(({ refId }) => refId === id);
  await withholdEntries(tx, await exposedAmong(tx, rows, await everySource(tx)));
}
