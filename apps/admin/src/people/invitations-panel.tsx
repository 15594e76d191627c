'use client';

import { useMutation } from '@tanstack/react-query';
import type { Invitation } from '@viewpoints/domain/accounts/account';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import type { GivenLink } from './invitation-link-dialog.tsx';

/** Those who are invited and not here yet: their link can be copied, sent again or taken back. */
export function InvitationsPanel(props: {
  invitations: readonly Invitation[];
  sendsMail: boolean;
  onChanged: () => Promise<unknown>;
  onLink: (given: GivenLink) => void;
}) {
  const mayInvite = useMay('people.invite');
  const [takingBack, setTakingBack] = useState<Invitation | null>(null);
  const renew = useMutation({
    mutationFn: ({ id, send }: { id: string; send: boolean }) =>
      viewpoints.editor.people.renewInvitation.mutate({ id, send }),
    onSuccess: async ({ email, link }, { send }) => {
      await props.onChanged();
      if (send) toast.done(`A new link is on its way to ${email}`);
      else props.onLink({ email, link, sent: false });
    },
    onError: (error) => toast.failed(error, 'The link could not be renewed.'),
  });
  const busyWith = (id: string, send: boolean) =>
    renew.isPending && renew.variables.id === id && renew.variables.send === send;
  return (
    <Panel
      title="Pending invitations"
      description="A copied or newly sent link takes the place of the one before."
    >
      <List label="Pending invitations">
        {props.invitations.map((invitation) => (
          <ListRow
            key={invitation.id}
            title={invitation.email}
            badges={
              <>
                {invitation.roles.map((role) => (
                  <RoleBadge key={role} role={role} />
                ))}
                {hasRunOut(invitation) ? <Badge tone="warn">Link expired</Badge> : null}
              </>
            }
            meta={
              <Time
                at={invitation.expiresAt}
                due
                prefix={hasRunOut(invitation) ? 'the link stopped working' : 'the link works until'}
              />
            }
          >
            <div className="relative -ms-2 mt-1 flex flex-wrap gap-1">
              <Button
                size="sm"
                variant="quiet"
                decision={mayInvite}
                busy={busyWith(invitation.id, false)}
                onClick={() => renew.mutate({ id: invitation.id, send: false })}
              >
                Copy link
              </Button>
              {props.sendsMail ? (
                <Button
                  size="sm"
                  variant="quiet"
                  decision={mayInvite}
                  busy={busyWith(invitation.id, true)}
                  onClick={() => renew.mutate({ id: invitation.id, send: true })}
                >
                  Send again
                </Button>
              ) : null}
              <Button
                size="sm"
                variant="danger-quiet"
                decision={mayInvite}
                onClick={() => setTakingBack(invitation)}
              >
                Take back
              </Button>
            </div>
          </ListRow>
        ))}
      </List>
      <ConfirmDialog
        open={takingBack !== null}
        onOpenChange={() => setTakingBack(null)}
        danger
        title={`Take back the invitation of ${takingBack?.email ?? ''}?`}
        consequence="The link they were given stops working at once. You can invite them again."
        action="Take it back"
        onConfirm={async () => {
          await viewpoints.editor.people.revokeInvitation.mutate({ id: takingBack?.id ?? '' });
          await props.onChanged();
          toast.done('The invitation no longer works');
        }}
      />
    </Panel>
  );
}

const hasRunOut = ({ expiresAt }: Invitation): boolean => Date.parse(expiresAt) <= Date.now();
