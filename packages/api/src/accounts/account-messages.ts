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

/** What happened to an account, of which its owner is told at the address that it had. */
export type SecurityEvent =
  | { kind: 'new_sign_in'; device: string }
  | { kind: 'email_changed' }
  | { kind: 'passkey_added' }
  | { kind: 'passkey_removed' }
  | { kind: 'second_factor_off' }
  | { kind: 'second_factor_reset' };

const happened: Record<SecurityEvent['kind'], (event: SecurityEvent) => string> = {
  new_sign_in: (event) =>
    `somebody signed in to your account in a browser that was not used for it before${
      'device' in event && event.device !== '' ? ` (${event.device})` : ''
    }.`,
  email_changed: () =>
    'your account has a new e-mail address. This message went to the old one, which no longer signs you in.',
  passkey_added: () => 'a passkey was added to your account. It signs in without your password.',
  passkey_removed: () => 'a passkey of your account was removed. It no longer signs you in.',
  second_factor_off: () => 'the second factor of your account was turned off.',
  second_factor_reset: () =>
    'the second factor of your account was reset. Your password alone signs you in until you set up an app again.',
};

const subjects: Record<SecurityEvent['kind'], string> = {
  new_sign_in: 'New sign-in',
  email_changed: 'Your e-mail address was changed',
  passkey_added: 'A passkey was added',
  passkey_removed: 'A passkey was removed',
  second_factor_off: 'Your second factor is off',
  second_factor_reset: 'Your second factor was reset',
};

/** To the owner of an account, of something that somebody who took it over would do. */
export function securityNotice(
  { name, email }: { name: string; email: string },
  event: SecurityEvent,
  { journal, time }: { journal: string; time: string },
): Outgoing {
  return {
    recipient: email,
    subject: `${subjects[event.kind]}: ${journal}`,
    text: `Hello ${name},

on ${time}, ${happened[event.kind](event)}

If it was you, there is nothing to do. If not, set a new password at once, which signs out every other
device, look at "Sessions" under "Your account", and tell an admin of ${journal}.
`,
  };
}
