import { listAccounts } from '@viewpoints/db/editorial/accounts';
import { listOpenInvitations } from '@viewpoints/db/editorial/invitations';
import { permitted, router } from '../trpc.ts';
import { disablePerson, enablePerson } from './disable-person.ts';
import { invitePerson } from './invite-person.ts';
import { Invite, OnePerson, SetRoles } from './people-inputs.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { setRoles } from './set-roles.ts';

export const peopleRouter = router({
  list: permitted('people.view').query(async ({ ctx }) => ({
    accounts: await listAccounts(ctx.editorial),
    invitations: await listOpenInvitations(ctx.editorial),
  })),
  invite: permitted('people.invite')
    .input(Invite)
    .mutation(({ ctx, input }) => invitePerson(ctx, input)),
  revokeInvitation: permitted('people.invite')
    .input(OnePerson)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input.id)),
  setRoles: permitted('people.set_roles')
    .input(SetRoles)
    .mutation(({ ctx, input }) => setRoles(ctx, input)),
  disable: permitted('people.disable')
    .input(OnePerson)
    .mutation(({ ctx, input }) => disablePerson(ctx, input.id)),
  enable: permitted('people.enable')
    .input(OnePerson)
    .mutation(({ ctx, input }) => enablePerson(ctx, input.id)),
});
