'use client';

import type { Outputs } from '@viewpoints/client';
import { describeAct } from '@viewpoints/domain/accounts/act-on-account';
import { counted } from '@viewpoints/domain/text/counted';
import { viewpoints } from '../data/viewpoints.ts';
import { Time } from '../ui/time.tsx';
import { AuthPage } from './auth-page.tsx';
import { LinkActionButton, useLinkAction } from './link-action.tsx';

/**
 * Gives an account the address back that it had before a change. Opening the link does nothing:
 * programs that scan mail open links too.
 */
export function RestoreEmailScreen(props: { token: string | null }) {
  const { token } = props;
  const action = useLinkAction(() =>
    viewpoints.emailChanges.restore.mutate({ token: token ?? '' }),
  );
  const { done, isExpired } = action;
  const foot = { href: '/sign-in', label: 'Sign in' };
  if (token === null || isExpired) {
    return (
      <AuthPage
        title="This link can no longer be used"
        lead="Links to restore an address work once and for seven days, as long as no other account has the address. If somebody else has your account, tell an admin of the journal."
        foot={foot}
      />
    );
  }
  if (done !== null) {
    return (
      <AuthPage
        title="Your address is restored"
        lead={
          <>
            <p>
              A link to set a new password is on its way to{' '}
              <strong className="font-medium wrap-anywhere text-ink">{done.email}</strong>. It works
              once, within the hour.
            </p>
            <p className="mt-3">Removed from the account:</p>
            <ul className="mt-1.5 list-disc space-y-1 pl-5">
              {removedFrom(done).map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            {done.acts.length > 0 && (
              <>
                <p className="mt-3">
                  Done to other accounts from yours, while somebody else may have used it. All other
                  admins are sent this list:
                </p>
                <ul className="mt-1.5 list-disc space-y-1 pl-5">
                  {[...new Set(done.acts.map(describeAct))].map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </>
            )}
            <p className="mt-3">
              {done.secondFactorSince === null ? null : (
                <>
                  A second factor from before is kept (
                  <Time at={done.secondFactorSince} prefix="set up" />
                  ). If you did not set it up then, ask an admin to reset it.{' '}
                </>
              )}
              {secondFactorAdvice[done.secondFactor]}
            </p>
          </>
        }
        foot={foot}
      />
    );
  }
  return (
    <AuthPage
      title="Restore address"
      lead={
        <>
          <p>For when somebody else changed the e-mail address of your account. It</p>
          <ul className="mt-1.5 list-disc space-y-1 pl-5">
            <li>gives the account back the address that got this link,</li>
            <li>signs out every device, and cancels changes that wait to be confirmed,</li>
            <li>ends the password, links to set one, passkeys and access tokens,</li>
            <li>withdraws open invitations and links to previews and quote checks,</li>
            <li>removes a second factor and recovery codes that may be somebody else’s,</li>
            <li>disables accounts that joined by its invitations meanwhile,</li>
            <li>sends a link to set a new password to that address.</li>
          </ul>
        </>
      }
      foot={foot}
    >
      <LinkActionButton label="Restore address" action={action} />
    </AuthPage>
  );
}

type Restored = Outputs['emailChanges']['restore'];

/** Everything that was removed from the account, one line for each kind of thing. */
function removedFrom(done: Restored): string[] {
  const { sessions, passkeys, tokens, invitations, previewLinks, quoteChecks, secondFactor } = done;
  const ended = (count: number, one: string, many?: string) =>
    count === 0 ? [] : [counted(count, one, many)];
  return [
    'The password',
    ...ended(sessions, 'session'),
    ...ended(passkeys, 'passkey'),
    ...ended(tokens, 'access token'),
    ...ended(invitations, 'open invitation'),
    ...ended(previewLinks, 'link to a preview', 'links to previews'),
    ...ended(quoteChecks, 'link for a quote check', 'links for quote checks'),
    ...(secondFactor === 'removed' ? ['The second factor, which may be somebody else’s'] : []),
    ...(secondFactor === 'kept_without_codes'
      ? ['The recovery codes, which may be somebody else’s']
      : []),
  ];
}

const secondFactorAdvice: Record<Restored['secondFactor'], string> = {
  none: 'If you had a second factor, somebody turned it off: set it up again under Your account.',
  removed: 'If you had a second factor of your own, set it up again under Your account.',
  kept: 'If you cannot give a code, ask an admin to reset it.',
  kept_without_codes:
    'Take new recovery codes under Your account. If you cannot give a code, ask an admin to reset it.',
};
