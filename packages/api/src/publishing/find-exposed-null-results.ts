import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import type { ProtectedString } from '@viewpoints/domain/attribution/protected-string';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { nullResultTexts } from '@viewpoints/domain/null-results/null-result';
import type { Reason } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import {
  listNullResultsToCheck,
  withdrawNullResults,
} from '@viewpoints/published/project/write-null-results';
import { hideRedirects } from '@viewpoints/published/project/write-redirects';
import type { Command } from '../command.ts';
import { protectFromMenus } from './find-exposed-menu-entries.ts';
import { findExposedRedirects } from './find-exposed-redirects.ts';

/** Public null results that mention any of these strings, each with the reasons. */
async function listExposed(
  tx: Transaction,
  strings: readonly ProtectedString[],
  clearances: readonly Clearance[],
): Promise<{ id: string; reasons: Reason[] }[]> {
  const found = await listNullResultsToCheck(tx, strings.flatMap(mentionNeedles));
  return found
    .map(({ id, ...words }) => ({
      id,
      reasons: mentionReasons(nullResultTexts(words), strings, { articleId: null, clearances }),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** Reasons for the places where public null results mention any of these strings. */
export async function nullResultReasons(
  tx: Transaction,
  strings: readonly ProtectedString[],
  clearances: readonly Clearance[],
): Promise<Reason[]> {
  return (await listExposed(tx, strings, clearances)).flatMap(({ id, reasons }) =>
    reasons.map((each) => ({ ...each, details: { ...each.details, nullResultId: id } })),
  );
}

async function stringsOf(tx: Transaction, source: Source): Promise<ProtectedString[]> {
  const waivers = await listWaivers(tx, [source.id]);
  return protectedStrings([source], waivers, await listAttributedFindings(tx, [source.id]));
}

/** Ids of the public null results that mention what a source protects. */
export async function findExposedNullResults(tx: Transaction, source: Source): Promise<string[]> {
  return exposedBy(tx, source, await stringsOf(tx, source));
}

async function exposedBy(
  tx: Transaction,
  source: Source,
  strings: readonly ProtectedString[],
): Promise<string[]> {
  if (strings.length === 0) return [];
  const exposed = await listExposed(tx, strings, await listClearances(tx, [source.id]));
  return exposed.map(({ id }) => id);
}

/**
 * Takes null results, redirects and entries of menus away from readers that mention what a source protects from now on:
 * they rest on no source, so that nothing else looks for them.
 */
export async function hideWhatRestsOnNone(command: Command, source: Source): Promise<void> {
  const { tx, at } = command;
  const strings = await stringsOf(tx, source);
  if (strings.length === 0) return;
  await lockNullResultNames(tx);
  await withdrawNullResults(tx, await exposedBy(tx, source, strings), at);
  await hideRedirects(tx, await findExposedRedirects(tx, source), at);
  await protectFromMenus(command, source);
}
