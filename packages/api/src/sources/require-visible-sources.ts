import { listVisibleSourceIds } from '@viewpoints/db/editorial/visible-sources';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';

/**
 * Refuses references of a contributor to sources that are not visible to them: a source becomes
 * visible to those whose work rests on it, so a reference would reveal it. The refusal is the same
 * for a source that does not exist.
 */
export async function requireVisibleSources(
  { tx, acting }: Command,
  named: readonly { id: string; at: string }[],
): Promise<void> {
  if (named.length === 0 || canOnAll(acting, 'source.list')) return;
  const ids = [...new Set(named.map(({ id }) => id))];
  const shown = new Set(await listVisibleSourceIds(tx, acting.id, ids));
  const invisible = named.filter(({ id }) => !shown.has(id));
  allow(
    decide(
      invisible.map(({ at }) =>
        reason(
          'source_not_visible',
          'Choose among the sources that are shown to you, or describe this one for an editor to enter.',
          at,
        ),
      ),
    ),
  );
}
