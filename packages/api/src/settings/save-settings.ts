import { isDeepStrictEqual } from 'node:util';
import { getJournal, type JournalRow, writeJournal } from '@viewpoints/db/editorial/journal';
import { Journal } from '@viewpoints/domain/journal/journal';
import { reason } from '@viewpoints/domain/refusal';
import { announceJournal } from '@viewpoints/published/changes/announce';
import { z } from 'zod';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { journalId } from './journal-id.ts';
import { refuseExposingSettings } from './refuse-exposing-settings.ts';

export const SaveSettings = z.strictObject({ seen: z.int().min(0), content: Journal });

/** Saves the journal's settings over the save it names; every page of the reading site follows. */
export function saveSettings(
  ctx: CommandContext,
  { seen, content }: z.output<typeof SaveSettings>,
): Promise<JournalRow> {
  return runCommand(ctx, async (command) => {
    permit(command, 'settings.save');
    const { tx } = command;
    const { save, ...current } = await getJournal(tx);
    if (save > 0 && isDeepStrictEqual(current, content)) return { ...current, save };
    refuseStaleSave(save, seen);
    if (!(await writeJournal(tx, content, seen))) refuseStaleSave(seen + 1, seen);
    if (content.subscriptions && !current.subscriptions) requireMailServer(ctx);
    await refuseExposingSettings(command, content);
    await announceJournal(tx);
    await record(command, 'settings.save', ['journal', journalId], {
      fourEyes: content.fourEyes,
      language: content.language,
      timeZone: content.timeZone,
      subscriptions: content.subscriptions,
    });
    return getJournal(tx);
  });
}

/** Messages to subscribers are never stored as files, which would hold addresses that anybody can read. */
function requireMailServer({ instance }: CommandContext): void {
  if (instance?.smtpUrl == null)
    throw new ProblemError('refused', [
      reason(
        'no_mail_server',
        'Set SMTP_URL first: subscriptions need a mail server.',
        'subscriptions',
      ),
    ]);
}
