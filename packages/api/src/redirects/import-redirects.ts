import { listRedirectsFrom } from '@viewpoints/db/editorial/redirects';
import { checkRedirect } from '@viewpoints/domain/redirects/check-redirect';
import { redirectLines } from '@viewpoints/domain/redirects/read-csv';
import { MAX_IMPORTED } from '@viewpoints/domain/redirects/redirect';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import {
  inLine,
  lockRedirects,
  putRedirects,
  type RedirectToWrite,
  refuseAll,
} from './write-redirects.ts';

/** What a file did. */
export type ImportedRedirects = { added: number; changed: number; unchanged: number };

/** Milliseconds that a file may take. */
const TIMEOUT = 60_000;

/**
 * Imports redirects from a file with two columns, and replaces those that are from the same addresses. All
 * of them or none: if a line is refused, the refusal names it.
 */
export function importRedirects(
  ctx: CommandContext,
  { csv }: { csv: string },
): Promise<ImportedRedirects> {
  return runCommand(
    ctx,
    async (command) => {
      permit(command, 'redirect.edit');
      await lockRedirects(command);
      const given = readLines(csv, command.origins);
      const before = await listRedirectsFrom(
        command.tx,
        given.map(({ from }) => from),
      );
      const known = new Map(before.map((each) => [each.from, each]));
      const added = given.filter(({ from }) => !known.has(from));
      const changed = given.flatMap((each) => {
        const old = known.get(each.from);
        return old === undefined || old.to === each.to ? [] : [{ ...each, id: old.id }];
      });
      if (added.length + changed.length > 0) {
        const ids = await putRedirects(command, [...added, ...changed]);
        const [first = ''] = ids;
        await record(command, 'redirect.edit', ['redirect', first], { count: ids.length });
      }
      return {
        ...{ added: added.length, changed: changed.length },
        unchanged: given.length - added.length - changed.length,
      };
    },
    { timeout: TIMEOUT },
  );
}

/** The redirects of a file; ends the command with what is wrong in any line. */
function readLines(csv: string, origins: readonly string[]): RedirectToWrite[] {
  const lines = redirectLines(csv);
  if (lines.length === 0)
    refuseAll([reason('redirect_file', 'There is no redirect in it: give two columns.', 'csv')]);
  if (lines.length > MAX_IMPORTED)
    refuseAll([
      reason('redirect_file', `Import at most ${MAX_IMPORTED} redirects at once.`, 'csv', {
        count: lines.length,
      }),
    ]);
  const seen = new Map<string, number>();
  const reasons: Reason[] = [];
  const read = lines.flatMap(({ line, ...addresses }): RedirectToWrite[] => {
    const checked = checkRedirect(addresses, origins);
    if (!checked.ok) {
      reasons.push(...checked.reasons.map((each) => inLine(each, line)));
      return [];
    }
    const { from } = checked.redirect;
    const first = seen.get(from);
    if (first !== undefined) {
      const twice = reason('redirect_twice', `Line ${first} sends ${from} on already.`, 'from');
      reasons.push(inLine(twice, line));
    }
    seen.set(from, line);
    return [{ ...checked.redirect, line }];
  });
  refuseAll(reasons);
  return read;
}
