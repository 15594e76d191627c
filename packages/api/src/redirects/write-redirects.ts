import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import {
  flattenRedirects,
  followRedirect,
  MAX_STEPS,
  walkRedirects,
  writeRedirects,
} from '@viewpoints/db/editorial/redirects';
import type { SearchedText } from '@viewpoints/domain/attribution/mention-reasons';
import { type CheckedRedirect, checkRedirect } from '@viewpoints/domain/redirects/check-redirect';
import { redirectTexts } from '@viewpoints/domain/redirects/redirect';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { announceRedirects, foldedRedirect } from '@viewpoints/published/project/write-redirects';
import { listPublicAddresses } from '@viewpoints/published/query/public-addresses';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { mentionsOfAny } from '../publishing/mentions-of-any.ts';

/** The most reasons that a file is refused with: enough to mend it. */
const MAX_REASONS = 100;

/** A redirect to write, with the one that it is written over, and where reasons say that it is. */
export type RedirectToWrite = CheckedRedirect & { id?: string; before?: string; line?: number };

/**
 * One change of redirects at a time, and none while terms come to protect something: each has to see
 * what the other did. Before any row is locked.
 */
export const lockRedirects = ({ tx }: Pick<Command, 'tx'>): Promise<void> =>
  lockNullResultNames(tx);

/** Two addresses as they are stored; ends the command with every reason why they may not be. */
export function readRedirect(
  { origins }: Pick<Command, 'origins'>,
  given: { from: string; to: string },
): CheckedRedirect {
  const checked = checkRedirect(given, origins);
  if (!checked.ok) throw new ProblemError('refused', checked.reasons);
  return checked.redirect;
}

/** A reason with the line of the file that it is about. */
export function inLine(each: Reason, line: number | undefined): Reason {
  if (line === undefined) return each;
  const { message, details } = each;
  return {
    ...each,
    ...{ message: `Line ${line}: ${message}`, at: `lines.${line}`, details: { ...details, line } },
  };
}

export function refuseAll(reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw new ProblemError('refused', reasons.slice(0, MAX_REASONS));
}

/**
 * Writes redirects that are checked each for itself: none may mention what terms protect, lead round in a
 * circle, or lead on to what may not be named. Returns their ids.
 */
export async function putRedirects(
  { tx, at, by }: Command,
  redirects: readonly RedirectToWrite[],
): Promise<string[]> {
  const mentionsIn = await mentionsOfAny(tx);
  if (mentionsIn(redirects.flatMap(redirectTexts)).length > 0)
    refuseAll(
      redirects.flatMap((each) =>
        mentionsIn(redirectTexts(each)).map((found) => inLine(found, each.line)),
      ),
    );
  const ids = await writeRedirects(
    tx,
    redirects.map((each) => ({ ...each, ...foldedRedirect(each), savedBy: by })),
    at,
  );
  await flatten(
    tx,
    redirects.flatMap(({ from, before }) => [from, ...(before === undefined ? [] : [before])]),
    ids,
  );
  refuseAll(mentionsIn(await textsOfTargets(tx, ids)));
  await announceRedirects(tx);
  return ids;
}

/** What redirects lead on to: it may mention what they do not themselves, where that is hidden. */
async function textsOfTargets(tx: Command['tx'], ids: readonly string[]): Promise<SearchedText[]> {
  const rows = await tx.redirect.findMany({
    where: { id: { in: [...ids] } },
    select: { from: true, to: true, target: true },
  });
  return rows.filter(({ to, target }) => to !== target).flatMap(redirectTexts);
}

/**
 * Works out again where redirects lead through these addresses; refuses circles and long ways, named from
 * one of those that were written on.
 */
export async function flatten(
  tx: Command['tx'],
  given: readonly string[],
  written: readonly string[] = [],
): Promise<void> {
  const through = [...new Set(given)];
  const { tooLong: all, passed } = await walkRedirects(tx, through);
  const tooLong = written.find((id) => all.includes(id)) ?? all[0];
  if (tooLong === undefined)
    return flattenRedirects(tx, through, await listPublicAddresses(tx, passed));
  const way = (await followRedirect(tx, tooLong)).map(({ from }) => from);
  const start = way.findIndex((each, index) => way.indexOf(each) < index);
  const circle = start < 0 ? null : way.slice(way.indexOf(way[start] ?? ''), start + 1);
  throw new ProblemError('refused', [
    circle === null
      ? reason(
          'redirect_long',
          `More than ${MAX_STEPS} redirects would follow one another: ${way.join(' → ')}. Send the first of them to where the last leads.`,
          'to',
          { way },
        )
      : reason(
          'redirect_loop',
          `These would lead round in a circle: ${circle.join(' → ')}. Send one of them elsewhere.`,
          'to',
          { way: circle },
        ),
  ]);
}
