import { updateNewsletter } from '@viewpoints/db/editorial/newsletters';
import type { Newsletter } from '@viewpoints/domain/newsletters/newsletter';
import {
  checkSendAt,
  stateAfter,
  whyIncomplete,
  whyNothingPublic,
  whyNotOffered,
} from '@viewpoints/domain/newsletters/newsletter-workflow';
import { decide, type Reason, reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { whyNotAsApproved } from '../subscriptions/newsletter/begin-newsletters.ts';
import { idsOf, readNamed } from '../subscriptions/newsletter/read-named.ts';
import { lockForStep, shownNewsletter } from './lock-newsletter.ts';
import type { ScheduleNewsletter } from './newsletter-inputs.ts';

const minute = 60_000;

/**
 * Has an approved newsletter sent at a time, or with the next minute. Everything that could keep it from
 * being sent is asked now, and once more at its time.
 */
export function scheduleNewsletter(
  ctx: CommandContext & Pick<EditorContext, 'reader'>,
  { id, seen, sendAt: wanted, timeZone }: z.output<typeof ScheduleNewsletter>,
): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.schedule');
    const { tx, at, journal } = command;
    const locked = await lockForStep(command, 'schedule', { id, seen });
    const present = new Date(at.getTime() - (at.getTime() % minute));
    const sendAt = wanted ?? present.toISOString();
    const shown = idsOf(await readNamed(ctx.reader, locked.items));
    allow(
      decide([
        ...checkSendAt(sendAt, at.toISOString()),
        ...whyNoMailServer(ctx),
        ...whyNotOffered(journal, locked),
        ...whyIncomplete(locked),
        ...whyNothingPublic(shown.length),
        ...(await whyNotAsApproved(command, locked)),
      ]),
    );
    const newsletter = await updateNewsletter(tx, id, {
      ...{ state: stateAfter('schedule'), sendAt: new Date(sendAt), timeZone },
      ...{ stoppedAt: null, stoppedCode: null },
    });
    await record(command, 'newsletter.schedule', ['newsletter', id], { sendAt, timeZone });
    return shownNewsletter(newsletter);
  });
}

/** Takes a newsletter off the schedule; its approval stays. */
export function unscheduleNewsletter(ctx: CommandContext, id: string): Promise<Newsletter> {
  return runCommand(ctx, async (command) => {
    permit(command, 'newsletter.unschedule');
    await lockForStep(command, 'unschedule', { id });
    const newsletter = await updateNewsletter(command.tx, id, {
      ...{ state: stateAfter('unschedule'), sendAt: null },
    });
    await record(command, 'newsletter.unschedule', ['newsletter', id]);
    return shownNewsletter(newsletter);
  });
}

/** Messages to subscribers are sent by a mail server or not at all. */
export function whyNoMailServer({ instance }: Pick<CommandContext, 'instance'>): Reason[] {
  if (instance?.smtpUrl != null) return [];
  return [reason('no_mail_server', 'Set SMTP_URL first: newsletters need a mail server.')];
}
