import { isDeepStrictEqual } from 'node:util';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addNewsletterAuthor,
  deleteNewsletter,
  insertNewsletter,
  lockNewsletter,
  notApproved,
  updateNewsletter,
} from '@viewpoints/db/editorial/newsletters';
import { type Newsletter, newsletterContentOf } from '@viewpoints/domain/newsletters/newsletter';
import { stateAfter } from '@viewpoints/domain/newsletters/newsletter-workflow';
import type { z } from 'zod';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { lockForStep, shownNewsletter } from './lock-newsletter.ts';
import type { CreateNewsletter, SaveNewsletter } from './newsletter-inputs.ts';

/** Begins a newsletter without items. */
export function createNewsletter(
  ctx: CommandContext,
  content: z.output<typeof CreateNewsletter>,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.create');
    const { tx, acting, at, journal } = command;
    const id = newId();
    await insertNewsletter(tx, {
      ...{ id, ...content, preheader: '', items: [], at },
      ...{ timeZone: journal.timeZone, createdBy: acting.id },
    });
    await record(command, 'newsletter.create', ['newsletter', id]);
    const newsletter = await lockNewsletter(tx, id);
    if (newsletter === null) throw notFound('newsletter');
    return shownNewsletter(newsletter);
  });
}

/**
 * Saves the content of a newsletter over the save it names. Whatever was submitted, approved or
 * scheduled is a draft again, and who saved it is one of its authors: another order of its items says
 * something else too.
 */
export function saveNewsletter(
  ctx: CommandContext,
  { id, seen, content }: z.output<typeof SaveNewsletter>,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.edit');
    const { tx, acting, at } = command;
    const locked = await lockForStep(command, 'edit', { id });
    if (isDeepStrictEqual(newsletterContentOf(locked), content)) return shownNewsletter(locked);
    await lockForStep(command, 'edit', { id, seen });
    await addNewsletterAuthor(tx, { newsletterId: id, accountId: acting.id });
    const newsletter = await updateNewsletter(tx, id, {
      ...{ ...content, ...notApproved, state: stateAfter('edit'), save: seen + 1, savedAt: at },
    });
    await record(command, 'newsletter.edit', ['newsletter', id], {
      ...(locked.state === 'draft' ? {} : { from: locked.state }),
    });
    return shownNewsletter(newsletter);
  });
}

/** Deletes a newsletter that is not scheduled and was not sent. */
export function removeNewsletter(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.remove');
    await lockForStep(command, 'remove', { id });
    await deleteNewsletter(command.tx, id);
    await record(command, 'newsletter.remove', ['newsletter', id]);
    return { id };
  });
}
