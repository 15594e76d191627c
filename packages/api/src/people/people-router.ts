import type { EditorialDatabase } from '@viewpoints/db/client';
import { listAccounts } from '@viewpoints/db/editorial/accounts';
import { countAssigned } from '@viewpoints/db/editorial/assignments';
import { listOpenInvitations } from '@viewpoints/db/editorial/invitations';
import { countPasskeys } from '@viewpoints/db/editorial/passkeys';
import { listAccountsWithSecondFactor } from '@viewpoints/db/editorial/second-factors';
import { permitted, router } from '../trpc.ts';
import { disablePerson, enablePerson } from './disable-person.ts';
import { invitePerson } from './invite-person.ts';
import * as inputs from './people-inputs.ts';
import { renewInvitation } from './renew-invitation.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { setRoles } from './set-roles.ts';

/** Everybody with an account: whether signing in takes a code as well, and how much waits for them. */
async function listPeople(editorial: EditorialDatabase) {
  const withFactor = await listAccountsWithSecondFactor(editorial);
  const passkeys = await countPasskeys(editorial);
  const assigned = await countAssigned(editorial);
  const accounts = await listAccounts(editorial);
  return accounts.map((account) => ({
    ...account,
    hasSecondFactor: withFactor.has(account.id),
    passkeys: passkeys.get(account.id) ?? 0,
    /** Articles whose next step is theirs. */
    assignedArticles: assigned.get(account.id) ?? 0,
  }));
}

export const peopleRouter = router({
  list: permitted('people.view').query(async ({ ctx }) => ({
    accounts: await listPeople(ctx.editorial),
    invitations: await listOpenInvitations(ctx.editorial),
    /** Whether a mail server is set; without one, links are passed on by hand. */
    sendsMail: ctx.instance.smtpUrl !== null,
  })),
  invite: permitted('people.invite')
    .input(inputs.Invite)
    .mutation(({ ctx, input }) => invitePerson(ctx, input)),
  renewInvitation: permitted('people.invite')
    .input(inputs.RenewInvitation)
    .mutation(({ ctx, input }) => renewInvitation(ctx, input)),
  revokeInvitation: permitted('people.invite')
    .input(inputs.OneInvitation)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.id)),
  setRoles: permitted('people.set_roles')
    .input(inputs.SetRoles)
    .mutation(({ ctx, input }) => setRoles(ctx, input)),
  disable: permitted('people.disable')
    .input(inputs.DisablePerson)
    .mutation(({ ctx, input }) => disablePerson(ctx, input)),
  enable: permitted('people.enable')
    .input(inputs.OnePerson)
    .mutation(({ ctx, input }) => enablePerson(ctx, input.id)),
  resetSecondFactor: permitted('people.reset_second_factor')
    .input(inputs.OnePerson)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input.id)),
});
