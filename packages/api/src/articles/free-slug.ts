import { randomBytes } from 'node:crypto';
import { databaseFailure } from '@viewpoints/db/database-failure';
import { slugTaken } from '@viewpoints/db/editorial/articles';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { slugReasons } from '@viewpoints/domain/pages/page-path';
import { reason } from '@viewpoints/domain/refusal';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { type Command, type CommandContext, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * A slug made from a headline that no article has; a headline without words gets "draft-…". That of a page
 * is free where the page stands, too.
 */
export async function freeSlug(
  { tx }: Pick<Command, 'tx'>,
  headline: string,
  page?: { parent: PageParent },
): Promise<string> {
  const base = slugOf(headline, toLatin) || 'draft';
  const isReserved = page !== undefined && slugReasons(base, page.parent).length > 0;
  if (base !== 'draft' && !isReserved && !(await slugTaken(tx, base, null))) return base;
  return `${base}-${randomBytes(4).toString('hex')}`;
}

/** Ends the command if another article or page has a slug. */
export async function requireFreeSlug(
  { tx }: Pick<Command, 'tx'>,
  slug: string,
  id: string | null,
): Promise<void> {
  if (await slugTaken(tx, slug, id))
    throw new ProblemError('already_exists', [
      reason(
        'slug_taken',
        'Another article or page has this slug: choose a different one.',
        'slug',
      ),
    ]);
}

/**
 * Runs a command that takes a free slug. Another may take the same one at that moment: the unique
 * index then refuses ours, and the command is run again, which finds the slug taken.
 */
export async function runWithFreeSlug<Result>(
  ctx: CommandContext,
  work: (command: Command) => Promise<Result>,
): Promise<Result> {
  try {
    return await runCommand(ctx, work);
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure?.kind !== 'duplicate' || failure.index !== 'article_slug_key') throw error;
    return runCommand(ctx, work);
  }
}
