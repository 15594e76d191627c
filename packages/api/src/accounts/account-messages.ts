import type { Role } from '@viewpoints/domain/accounts/account';

type Outgoing = { recipient: string; subject: string; text: string };

/** To somebody who asked for a new password. */
export function passwordResetMessage(
  { email, name }: { email: string; name: string },
  link: string,
): Outgoing {
  return {
    recipient: email,
    subject: 'Choose a new password',
    text: `Hello ${name},

somebody, probably you, asked for a new password for this address. To choose one, open

${link}

within an hour. If it was not you, do nothing: your password stays as it is.
`,
  };
}

/** To somebody who is to join the journal. */
export function invitationMessage(invitation: {
  email: string;
  roles: Role[];
  link: string;
  journal: string;
  invitedBy: string;
}): Outgoing {
  return {
    recipient: invitation.email,
    subject: `Join ${invitation.journal}`,
    text: `Hello,

${invitation.invitedBy} invites you to work on ${invitation.journal} as ${invitation.roles.join(', ')}.
To accept and choose a password, open

${invitation.link}

within seven days. If you did not expect this, do nothing.
`,
  };
}
