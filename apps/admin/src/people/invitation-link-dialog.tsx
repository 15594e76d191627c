'use client';

import { Button } from '../ui/button.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Dialog } from '../ui/dialog.tsx';

export type GivenLink = { email: string; link: string; sent: boolean };

/** The link of an invitation, once: only a hash of it is stored. */
export function InvitationLinkDialog(props: {
  given: GivenLink;
  sendsMail: boolean;
  onClose: () => void;
}) {
  const { given, sendsMail } = props;
  const mailed = given.sent && sendsMail;
  const email = <span className="break-all">{given.email}</span>;
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={mailed ? 'Invitation sent' : 'Copy link'}
      description={
        mailed ? (
          <>The link is on its way to {email}. You can pass it on yourself as well.</>
        ) : given.sent ? (
          <>No mail server is set, so nothing was sent: pass this link on to {email} yourself.</>
        ) : (
          <>Pass it on to {email}. A link they had before no longer works.</>
        )
      }
      footer={
        <Button variant="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      <CopyText text={given.link} testId="invitation-link" />
      <p className="mt-3 text-sm text-ink-faint">
        It works once and for seven days, and is not shown again. Anybody who opens it can create
        the account.
      </p>
    </Dialog>
  );
}
