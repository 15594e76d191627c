import { listShownSourceIds } from '@viewpoints/db/editorial/source-access';
import { canToAll } from '@viewpoints/domain/accounts/permissions';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';

/**
 * Ends the command where somebody who sees their own alone names a source that they are not shown:
 * what their work rests on is shown to them, so naming it would open it. The answer is the same for
 * a source that does not exist.
 */
export async function requireShownSources(
  { tx, acting }: Command,
  named: readonly { id: string; at: string }[],
): Promise<void> {
  if (named.length === 0 || canToAll(acting, 'source.list')) return;
  const ids = [...new Set(named.map(({ id }) => id))];
  const shown = new Set(await listShownSourceIds(tx, acting.id, ids));
  const hidden = named.filter(({ id }) => !shown.has(id));
  allow(
    decide(
      hidden.map(({ at }) =>
        reason(
          'source_not_shown',
          'Choose among the sources that are shown to you, or describe this one for an editor to enter.',
          at,
        ),
      ),
    ),
  );
}
