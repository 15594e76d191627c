'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Account, type Invitation, Role } from '@viewpoints/domain/accounts/account';
import { Ban, MoreHorizontal, RotateCcw, Send, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

export function PeopleScreen() {
  const { me } = useSession();
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Account | null>(null);
  const [disabling, setDisabling] = useState<Account | null>(null);
  const [takingBack, setTakingBack] = useState<Invitation | null>(null);
  const mayInvite = useMay('people.invite');
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => viewpoints.editor.people.list.query(),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['people'] });
  const invite = (
    <Button variant="primary" icon={Send} decision={mayInvite} onClick={() => setInviting(true)}>
      Invite
    </Button>
  );

  return (
    <Page
      title="People"
      description="Who works on the journal, and what each may do. Two people make four eyes: invite at least one more."
      actions={invite}
    >
      {people.error ? (
        <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      ) : (
        <div className="space-y-5">
          <Panel title="Accounts">
            <List label="Accounts">
              {people.data.accounts.map((account) => (
                <ListRow
                  key={account.id}
                  title={account.name}
                  badges={
                    <>
                      {Role.options
                        .filter((role) => account.roles.includes(role))
                        .map((role) => (
                          <RoleBadge key={role} role={role} />
                        ))}
                      {account.roles.length === 0 ? <Badge tone="warn">No role</Badge> : null}
                      {account.disabledAt ? <Badge tone="danger">Disabled</Badge> : null}
                      {account.id === me.id ? <Badge tone="accent">You</Badge> : null}
                    </>
                  }
                  meta={
                    <>
                      <span>{account.email}</span>
                      <Time at={account.createdAt} prefix="since" />
                    </>
                  }
                  end={
                    <Menu
                      trigger={
                        <Button
                          variant="quiet"
                          icon={MoreHorizontal}
                          label={`What to do with ${account.name}’s account`}
                        />
                      }
                    >
                      <MenuItem icon={ShieldCheck} onClick={() => setChanging(account)}>
                        Change roles…
                      </MenuItem>
                      {account.disabledAt ? (
                        <MenuItem
                          icon={RotateCcw}
                          onClick={() =>
                            void viewpoints.editor.people.enable
                              .mutate({ id: account.id })
                              .then(() => toast.done(`${account.name} can sign in again`))
                              .catch((error) => toast.failed(error))
                              .finally(again)
                          }
                        >
                          Enable
                        </MenuItem>
                      ) : (
                        <MenuItem icon={Ban} danger onClick={() => setDisabling(account)}>
                          Disable…
                        </MenuItem>
                      )}
                    </Menu>
                  }
                />
              ))}
            </List>
          </Panel>
          {people.data.invitations.length > 0 ? (
            <Panel title="Invited, not here yet">
              <List label="Open invitations">
                {people.data.invitations.map((invitation) => (
                  <ListRow
                    key={invitation.id}
                    title={invitation.email}
                    badges={invitation.roles.map((role) => <RoleBadge key={role} role={role} />)}
                    meta={<Time at={invitation.expiresAt} prefix="the link stops working" />}
                    end={
                      <Button
                        size="sm"
                        variant="danger-quiet"
                        decision={mayInvite}
                        onClick={() => setTakingBack(invitation)}
                      >
                        Take back
                      </Button>
                    }
                  />
                ))}
              </List>
            </Panel>
          ) : null}
        </div>
      )}
      {inviting ? (
        <InviteDialog onClose={() => setInviting(false)} onInvited={() => void again()} />
      ) : null}
      {changing ? (
        <RolesDialog
          account={changing}
          isMe={changing.id === me.id}
          onClose={() => setChanging(null)}
          onChanged={() => {
            void again();
            void queries.invalidateQueries({ queryKey: ['me'] });
          }}
        />
      ) : null}
      <ConfirmDialog
        open={disabling !== null}
        onOpenChange={() => setDisabling(null)}
        danger
        title={`Disable ${disabling?.name ?? ''}’s account?`}
        consequence="They are signed out everywhere at once and cannot sign in; their access tokens stop working. What they wrote stays, under their name. You can enable the account again."
        action="Disable"
        onConfirm={async () => {
          await viewpoints.editor.people.disable.mutate({ id: disabling?.id ?? '' });
          await again();
          toast.done(`${disabling?.name ?? 'The account'} can no longer sign in`);
        }}
      />
      <ConfirmDialog
        open={takingBack !== null}
        onOpenChange={() => setTakingBack(null)}
        danger
        title={`Take back the invitation of ${takingBack?.email ?? ''}?`}
        consequence="The link they were sent stops working at once. You can invite them again."
        action="Take it back"
        onConfirm={async () => {
          await viewpoints.editor.people.revokeInvitation.mutate({ id: takingBack?.id ?? '' });
          await again();
          toast.done('The invitation no longer works');
        }}
      />
    </Page>
  );
}
