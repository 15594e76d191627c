import type { Role } from '@viewpoints/domain/accounts/account';
import type { Instance } from '../instance.ts';

type Outgoing = { recipient: string; subject: string; text: string };

/** To somebody who asked for a new password. */
export function passwordResetMessage(
  { adminUrl }: Pick<Instance, 'adminUrl'>,
  { email, name }: { email: string; name: string },
  token: string,
): Outgoing {
  return {
    recipient: email,
    subject: 'Choose a new password',
    text: `Hello ${name},

somebody, probably you, asked for a new password for this address. To choose one, open

${adminUrl}/reset?token=${encodeURIComponent(token)}

within an hour. If it was not you, do nothing: your password stays as it is.
`,
  };
}

/** To somebody who is to join the journal. */
export function invitationMessage(
  { adminUrl }: Pick<Instance, 'adminUrl'>,
  invitation: { email: string; roles: Role[]; token: string; journal: string; invitedBy: string },
): Outgoing {
  return {
    recipient: invitation.email,
    subject: `Join ${invitation.journal}`,
    text: `Hello,

${invitation.invitedBy} invites you to work on ${invitation.journal} as ${invitation.roles.join(', ')}.
To accept and choose a password, open

${adminUrl}/invitations/${encodeURIComponent(invitation.token)}

within seven days. If you did not expect this, do nothing.
`,
  };
}
