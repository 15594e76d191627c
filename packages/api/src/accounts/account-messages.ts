import type { FactorLeft } from '@viewpoints/db/editorial/second-factors';
import type { Role } from '@viewpoints/domain/accounts/account';
import { type ActOnAccount, describeAct } from '@viewpoints/domain/accounts/act-on-account';

type Outgoing = { recipient: string; subject: string; text: string };

/** To an account that requested a new password. */
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

/** To a person who is invited to the journal. */
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

/** To the mailbox that is to be the new address of an account. */
export function emailChangeMessage(change: {
  email: string;
  /** Name of the requesting account: the mailbox may be another person's. */
  name: string;
  journal: string;
  link: string;
}): Outgoing {
  return {
    recipient: change.email,
    subject: `Confirm your new address: ${change.journal}`,
    text: `Hello,

the account of ${change.name} asked to sign in to ${change.journal} with this address. To confirm it, open

${change.link}

within an hour and press "Confirm address". If that is not your account, do nothing.
`,
  };
}

/** The same, where an account has that address already: it holds no link. */
export function emailTakenMessage(change: { email: string; journal: string }): Outgoing {
  return {
    recipient: change.email,
    subject: `Your address is in use: ${change.journal}`,
    text: `Hello,

somebody asked to sign in to ${change.journal} with this address, from another account. This address has an
account already, so nothing was changed. There is nothing to do.

If it was you, sign in with this address, or give the other account another one.
`,
  };
}

/** The second factor after an address was restored; since when the remaining one is in use. */
export type FactorAfterRestore = { secondFactor: FactorLeft; secondFactorSince: string | null };

/** A change of an account that its owner is notified of, at the address that the account had. */
export type SecurityEvent =
  | { kind: 'new_sign_in'; device: string }
  | { kind: 'email_change_requested' }
  | { kind: 'email_changed'; link: string }
  | { kind: 'email_restored' }
  | ({ kind: 'access_ended' } & FactorAfterRestore)
  | ({
      kind: 'account_restored';
      owner: string;
      acts: readonly ActOnAccount[];
    } & FactorAfterRestore)
  | { kind: 'passkey_added' }
  | { kind: 'passkey_removed' }
  | { kind: 'second_factor_on' }
  | { kind: 'recovery_codes_renewed' }
  | { kind: 'second_factor_off' }
  | { kind: 'second_factor_reset' };

const happened: Record<SecurityEvent['kind'], (event: SecurityEvent) => string> = {
  new_sign_in: (event) =>
    `somebody signed in to your account in a browser that was not used for it before${
      'device' in event && event.device !== '' ? ` (${event.device})` : ''
    }.`,
  email_change_requested: () =>
    'somebody asked for another e-mail address for your account. It changes once the new address is confirmed, within an hour.',
  email_changed: () =>
    'your account was given another e-mail address. This message went to the one before, which no longer signs you in.',
  email_restored: () =>
    'your account was given back its e-mail address from before, by the link that was sent there. This address no longer signs you in.',
  access_ended: () =>
    'your account was given back this address, by the link that was sent here. Every session, the password, all passkeys and all access tokens ended.',
  account_restored: (event) =>
    `${'owner' in event ? event.owner : ''} took back a change of the e-mail address of their account. Somebody else may have used it.`,
  passkey_added: () => 'a passkey was added to your account. It signs in without your password.',
  passkey_removed: () => 'a passkey of your account was removed. It no longer signs you in.',
  second_factor_on: () =>
    'an app was set up as the second factor of your account. From now on signing in asks for its code.',
  recovery_codes_renewed: () =>
    'new recovery codes were made for your account. Those from before no longer work.',
  second_factor_off: () => 'the second factor of your account was turned off.',
  second_factor_reset: () =>
    'the second factor of your account was reset. Your password alone signs you in until you set up an app again.',
};

const subjects: Record<SecurityEvent['kind'], string> = {
  new_sign_in: 'New sign-in',
  email_change_requested: 'Your e-mail address is to be changed',
  email_changed: 'Your e-mail address was changed',
  email_restored: 'Your e-mail address was changed back',
  access_ended: 'Your account has this address again',
  account_restored: 'An account may have been taken over',
  passkey_added: 'A passkey was added',
  passkey_removed: 'A passkey was removed',
  second_factor_on: 'Your second factor is on',
  recovery_codes_renewed: 'New recovery codes',
  second_factor_off: 'Your second factor is off',
  second_factor_reset: 'Your second factor was reset',
};

const atEase = 'If it was you, there is nothing to do. ';

const listOf = (acts: readonly ActOnAccount[]): string =>
  acts.length === 0
    ? 'It did nothing to other accounts in that time.'
    : `In that time:

${acts.map((act) => `- ${describeAct(act)}`).join('\n')}`;

const dayOf = ({ secondFactorSince }: FactorAfterRestore): string =>
  secondFactorSince?.slice(0, 10) ?? '';

/** To the owner, whose second factor it may be or not. */
const factorAdvice: Record<FactorLeft, (since: string) => string> = {
  none: () =>
    'The account has no second factor. If you had one, somebody turned it off: set it up again under "Your account".',
  removed: () =>
    'A second factor was removed, since somebody else may have set it up. If you had one of your own, set it up again under "Your account".',
  kept: (since) =>
    `A second factor that is in use since ${since} was kept. If you cannot give a code of it, ask an admin to reset it.`,
  kept_without_codes: (since) =>
    `A second factor that is in use since ${since} was kept, without its recovery codes, which may be somebody else's. If you cannot give a code of it, ask an admin to reset it.`,
};

/** To the other admins, who can let the owner in if the remaining second factor is not theirs. */
const factorNews = (event: FactorAfterRestore): string =>
  event.secondFactorSince === null
    ? ''
    : ` A second factor that is in use since ${dayOf(event)} was kept: if its owner cannot give a code, reset it under "People".`;

/** What the recipient can do. Owners who have lost the account cannot sign in to check. */
function adviceOn(event: SecurityEvent, journal: string): string {
  switch (event.kind) {
    case 'email_changed':
      return `${atEase}If not, open

${event.link}

within seven days and press "Restore address". Your account then has this address again, every device is
signed out, your password, passkeys and access tokens stop working, a second factor that may be somebody else's is
removed, and you are sent a link to set a new password. Then tell an admin of ${journal}.`;
    case 'email_restored':
      return `${atEase}If not, tell an admin of ${journal}.`;
    case 'access_ended':
      return `Set a new password by the link that was sent to you as well.

${factorAdvice[event.secondFactor](dayOf(event))} Then tell an admin of ${journal}.`;
    case 'account_restored':
      return `${listOf(event.acts)}

The account has its old address again, and its sessions, password, passkeys, access tokens and open invitations
ended.${factorNews(event)} Look at "People" and "Audit" of ${journal}, and undo what should not be.`;
    case 'passkey_added':
      return `${atEase}If not, remove it under "Your account", set a new password at once, which signs out every
other device, and tell an admin of ${journal}. An admin can remove it as well.`;
    case 'second_factor_on':
    case 'recovery_codes_renewed':
      return `${atEase}If not, set a new password at once, which signs out every other device, and ask an admin of
${journal} to reset the second factor: signing in asks for its code.`;
    default:
      return `${atEase}If not, set a new password at once, which signs out every other
device, look at "Sessions" under "Your account", and tell an admin of ${journal}.`;
  }
}

/** To the owner of an account, of an action that an intruder would take. */
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

${adviceOn(event, journal)}
`,
  };
}
