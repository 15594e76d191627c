import { findScheduledVersion } from '@viewpoints/db/editorial/scheduled-versions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { VersionChangeSet } from '@viewpoints/domain/articles/scheduled-version';
import type { Command } from '../command.ts';
import { plainVersion } from './publish-next-version.ts';

/**
 * The kind and notices that an article is scheduled with; a plain version if it is not scheduled,
 * whatever is stored from before. Notices keep the account and the time at which they were scheduled.
 */
export async function scheduledChange(
  { tx, acting, at }: Pick<Command, 'tx' | 'at'> & { acting: { id: string } },
  { id, state }: Pick<Article, 'id' | 'state'>,
): Promise<VersionChangeSet> {
  const scheduled = state === 'scheduled' ? await findScheduledVersion(tx, id) : null;
  if (scheduled === null) return { ...plainVersion, by: acting.id, setAt: at.toISOString() };
  const { minor, corrections, setBy: by, setAt } = scheduled;
  return { minor, corrections, by, setAt };
}
