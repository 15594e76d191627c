import { updateProfile } from '@viewpoints/db/editorial/accounts';
import { OwnProfile } from '@viewpoints/domain/accounts/account';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';

export { OwnProfile };

/** Saves the name that colleagues see, and the time zone in which times are offered. */
export function saveProfile(ctx: OwnSessionContext, profile: OwnProfile): Promise<OwnProfile> {
  return runCommand(ctx, async (command) => {
    const { id } = ctx.account;
    const saved = await updateProfile(command.tx, id, profile);
    await record(command, 'account.save_profile', ['account', id]);
    return saved;
  });
}
