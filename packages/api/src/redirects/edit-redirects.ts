import { deleteFormerAddress } from '@viewpoints/db/editorial/redirect-list';
import {
  deleteRedirect,
  listRedirectsFrom,
  lockRedirect,
} from '@viewpoints/db/editorial/redirects';
import { isKindWith } from '@viewpoints/domain/kinds/kinds';
import type { Redirect } from '@viewpoints/domain/redirects/redirect';
import { reason } from '@viewpoints/domain/refusal';
import { removeFormerSlugs } from '@viewpoints/published/project/hide-exposed';
import { announceRedirects } from '@viewpoints/published/project/write-redirects';
import type { z } from 'zod';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import {
  type AddRedirect,
  FormerSlugId,
  type RemoveRedirect,
  type SaveRedirect,
} from './redirect-inputs.ts';
import { flatten, lockRedirects, putRedirects, readRedirect } from './write-redirects.ts';

async function refuseTaken({ tx }: Command, from: string, own: string | null): Promise<void> {
  const [taken] = await listRedirectsFrom(tx, [from]);
  if (taken === undefined || taken.id === own) return;
  throw new ProblemError('refused', [
    reason(
      'redirect_exists',
      `${from} is sent on to ${taken.to} already. Change that redirect.`,
      'from',
      { id: taken.id, to: taken.to },
    ),
  ]);
}

async function shown(command: Command, id: string): Promise<Redirect> {
  const redirect = await lockRedirect(command.tx, id);
  if (redirect === null) throw notFound('redirect');
  return redirect;
}

/** Sends readers on from an address at which nothing is, from now on. */
export function addRedirect(
  ctx: CommandContext,
  { content }: z.output<typeof AddRedirect>,
): Promise<Redirect> {
  return runCommand(ctx, async (command) => {
    permit(command, 'redirect.edit');
    await lockRedirects(command);
    const redirect = readRedirect(command, content);
    await refuseTaken(command, redirect.from, null);
    const [id = ''] = await putRedirects(command, [redirect]);
    await record(command, 'redirect.edit', ['redirect', id]);
    return shown(command, id);
  });
}

/** Saves a redirect over the save that was seen. */
export function saveRedirect(
  ctx: CommandContext,
  { id, seen, content }: z.output<typeof SaveRedirect>,
): Promise<Redirect> {
  return runCommand(ctx, async (command) => {
    permit(command, 'redirect.edit');
    await lockRedirects(command);
    const locked = await shown(command, id);
    if (locked.save !== seen)
      throw new ProblemError('stale', [
        reason('stale', 'Somebody changed the redirect since you opened it.', null, {
          ...{ save: locked.save, seen },
        }),
      ]);
    const redirect = readRedirect(command, content);
    await refuseTaken(command, redirect.from, id);
    await putRedirects(command, [{ ...redirect, id, before: locked.from }]);
    await record(command, 'redirect.edit', ['redirect', id]);
    return shown(command, id);
  });
}

/** Sends readers on no more, whatever the redirect came from. */
export function removeRedirect(
  ctx: CommandContext,
  { id }: z.output<typeof RemoveRedirect>,
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'redirect.remove');
    await lockRedirects(command);
    await record(command, 'redirect.remove', ['redirect', await take(command, id)]);
    return { id };
  });
}

/** Takes a redirect away; returns the id that the record names it by. */
async function take(command: Command, id: string): Promise<string> {
  const { tx } = command;
  const [origin = '', ...rest] = id.split(':');
  if (origin === 'import') {
    const articleId = await deleteFormerAddress(tx, rest.join(':'));
    if (articleId === null) throw notFound('redirect');
    return articleId;
  }
  if (origin === 'slug') {
    const [kind, slug] = FormerSlugId.safeParse(rest).data ?? [];
    if (kind === undefined || slug === undefined || !isKindWith('path', kind) || kind === 'finding')
      throw notFound('redirect');
    const row = await tx.formerSlug.findUnique({ where: { slug_kind: { slug, kind } } });
    if (row === null) throw notFound('redirect');
    await removeFormerSlugs(tx, [slug], kind);
    return row.refId;
  }
  const { from } = await shown(command, id);
  await deleteRedirect(tx, id);
  await flatten(tx, [from]);
  await announceRedirects(tx);
  return id;
}
