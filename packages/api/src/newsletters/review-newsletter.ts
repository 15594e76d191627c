import { listColleagues } from '@viewpoints/db/editorial/accounts';
import {
  type NewsletterRow,
  notApproved,
  updateNewsletter,
} from '@viewpoints/db/editorial/newsletters';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import { isOwnWork, ownWordsReason } from '@viewpoints/domain/accounts/own-words';
import { can, type Permission } from '@viewpoints/domain/accounts/permissions';
import type { Newsletter } from '@viewpoints/domain/newsletters/newsletter';
import { stateAfter, whyIncomplete } from '@viewpoints/domain/newsletters/newsletter-workflow';
import { decide } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  requirePermission,
  runCommand,
} from '../command.ts';
import { newsletterMentions } from '../subscriptions/newsletter/check-newsletter.ts';
import { newsletterDigest } from '../subscriptions/newsletter/newsletter-digest.ts';
import { lockForStep, shownNewsletter } from './lock-newsletter.ts';
import type { SeenNewsletter, SendBackNewsletter } from './newsletter-inputs.ts';

type ReadNewsletter = z.output<typeof SeenNewsletter>;

/** Hands a newsletter to somebody else, who approves it. */
export function submitNewsletter(
  ctx: CommandContext,
  { id, seen }: ReadNewsletter,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.submit');
    const locked = await lockForStep(command, 'submit', { id, seen });
    await requireSendable(command, locked);
    const newsletter = await updateNewsletter(command.tx, id, {
      ...{ state: stateAfter('submit'), sentBack: '' },
    });
    await record(command, 'newsletter.submit', ['newsletter', id]);
    return shownNewsletter(newsletter);
  });
}

/** Gives a newsletter back to who wrote it, with why. */
export function sendBackNewsletter(
  ctx: CommandContext,
  { id, seen, note }: z.output<typeof SendBackNewsletter>,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.send_back');
    await lockForStep(command, 'send_back', { id, seen });
    const newsletter = await updateNewsletter(command.tx, id, {
      ...{ ...notApproved, state: stateAfter('send_back'), sentBack: note },
    });
    await record(command, 'newsletter.send_back', ['newsletter', id]);
    return shownNewsletter(newsletter);
  });
}

/** Approves what was read, by somebody who wrote nothing of it. Nothing else is sent. */
export function approveNewsletter(
  ctx: CommandContext,
  { id, seen }: ReadNewsletter,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at, fourEyes } = command;
    const locked = await lockForStep(command, 'approve', { id, seen });
    const permission = approvalOfNewsletter(acting, locked, {
      ...{ fourEyes, colleagues: await listColleagues(tx) },
    });
    const alone = requirePermission(permission);
    await requireSendable(command, locked);
    const newsletter = await updateNewsletter(tx, id, {
      ...{ state: stateAfter('approve'), approvedById: acting.id, approvedAt: at },
      approvedDigest: newsletterDigest(locked),
    });
    await record(command, 'newsletter.approve', ['newsletter', id], alone);
    return shownNewsletter(newsletter);
  });
}

/** Whether an account may approve a newsletter; if its own words are in it, the reason names who may. */
export function approvalOfNewsletter(
  acting: Principal,
  { authorIds }: Pick<Newsletter, 'authorIds'>,
  { fourEyes, colleagues }: { fourEyes: boolean; colleagues: readonly Colleague[] },
): Permission {
  const may = (who: Principal) =>
    can(who, 'newsletter.approve', { ownerIds: authorIds }, { fourEyes });
  const permission = may(acting);
  if (permission.ok || !isOwnWork(permission)) return permission;
  const who = colleagues.filter((colleague) => may(colleague).ok);
  const act = { verb: 'approve', object: 'it' };
  const sentence = 'You wrote in this newsletter.';
  return { ok: false, reasons: [ownWordsReason(act, sentence, who, { fourEyes })] };
}

/** Refuses, with every reason, what could not be sent as it is written. */
export async function requireSendable({ tx }: Command, newsletter: NewsletterRow): Promise<void> {
  allow(decide([...whyIncomplete(newsletter), ...(await newsletterMentions(tx, newsletter))]));
}
