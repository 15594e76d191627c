'use client';

import type { Outputs } from '@viewpoints/client';
import { Role } from '@viewpoints/domain/accounts/account';
import { Ban, KeyRound, MoreHorizontal, RotateCcw, ShieldCheck, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { TokenList } from '../settings/token-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { DisableDialog } from './disable-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

type Account = Outputs['editor']['people']['list']['accounts'][number];

/** Everybody with an account: their roles, their access tokens, and whether they may come in. */
export function AccountsPanel(props: {
  accounts: readonly Account[];
  onChanged: () => Promise<unknown>;
}) {
  const { me } = useSession();
  const [changing, setChanging] = useState<Account | null>(null);
  const [disabling, setDisabling] = useState<Account | null>(null);
  const [resetting, setResetting] = useState<Account | null>(null);
  const [tokensOf, setTokensOf] = useState<Account | null>(null);
  const enable = ({ id, name }: Account) =>
    viewpoints.editor.people.enable
      .mutate({ id })
      .then(() => toast.done(`${name} can sign in again`))
      .catch((error) => toast.failed(error))
      .finally(() => void props.onChanged());
  return (
    <Panel title="Accounts">
      <List label="Accounts">
        {props.accounts.map((account) => (
          <ListRow
            key={account.id}
            title={account.name}
            badges={<AccountBadges account={account} isMe={account.id === me.id} />}
            meta={
              <>
                <span className="break-all">{account.email}</span>
                <Time at={account.createdAt} prefix="since" />
              </>
            }
            end={
              <Menu
                trigger={
                  <Button
                    variant="quiet"
                    icon={MoreHorizontal}
                    label={`Actions for ${account.name}`}
                  />
                }
              >
                <MenuItem icon={ShieldCheck} onClick={() => setChanging(account)}>
                  Change roles…
                </MenuItem>
                <MenuItem icon={KeyRound} onClick={() => setTokensOf(account)}>
                  Access tokens…
                </MenuItem>
                {account.hasSecondFactor || account.passkeys > 0 ? (
                  <MenuItem icon={Smartphone} onClick={() => setResetting(account)}>
                    Reset second factor…
                  </MenuItem>
                ) : null}
                {account.disabledAt ? (
                  <MenuItem icon={RotateCcw} onClick={() => void enable(account)}>
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
      {changing ? (
        <RolesDialog
          account={changing}
          isMe={changing.id === me.id}
          onClose={() => setChanging(null)}
          onChanged={() => void props.onChanged()}
        />
      ) : null}
      {tokensOf ? (
        <Dialog
          open
          onOpenChange={() => setTokensOf(null)}
          title={`Access tokens of ${tokensOf.name}`}
          description="Programs that act as this account. Revoking one stops it at once."
        >
          <div className="-mx-5 -my-3">
            <TokenList
              accountId={tokensOf.id}
              empty={{ title: 'No tokens', text: 'No program acts as this account.' }}
            />
          </div>
        </Dialog>
      ) : null}
      <ConfirmDialog
        open={resetting !== null}
        onOpenChange={() => setResetting(null)}
        danger
        title={`Reset the second factor of ${resetting?.name ?? ''}?`}
        consequence="Their passkeys are removed too, and their password alone signs them in until they set up an app again. Do it only if you know that it is they who ask: call them, or meet them."
        action="Reset"
        onConfirm={async () => {
          await viewpoints.editor.people.resetSecondFactor.mutate({ id: resetting?.id ?? '' });
          await props.onChanged();
          toast.done(`${resetting?.name ?? 'The account'} has no second factor any more`);
        }}
      />
      {disabling ? (
        <DisableDialog
          account={disabling}
          others={props.accounts.filter(({ id, disabledAt }) => id !== disabling.id && !disabledAt)}
          isMe={disabling.id === me.id}
          onClose={() => setDisabling(null)}
          onDisabled={props.onChanged}
        />
      ) : null}
    </Panel>
  );
}

function AccountBadges(props: { account: Account; isMe: boolean }) {
  const { account } = props;
  return (
    <>
      {Role.options
        .filter((role) => account.roles.includes(role))
        .map((role) => (
          <RoleBadge key={role} role={role} />
        ))}
      {account.roles.length === 0 ? <Badge tone="warn">No role</Badge> : null}
      {account.hasSecondFactor ? (
        <Badge tone="ok" title="Signs in with a code as well as a password">
          Second factor
        </Badge>
      ) : null}
      {account.passkeys > 0 ? (
        <Badge tone="ok" title="Can sign in with a passkey">
          Passkey
        </Badge>
      ) : null}
      {account.disabledAt ? <Badge tone="danger">Disabled</Badge> : null}
      {props.isMe ? <Badge tone="accent">You</Badge> : null}
    </>
  );
}
