'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';

/** Passkeys on devices, for signing in without a password and a code. */
export function PasskeysPanel() {
  const api = viewpoints.editor.account.passkeys;
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<{ id: string; name: string } | null>(null);
  const passkeys = useQuery({
    queryKey: ['account', 'passkeys'],
    queryFn: () => api.list.query(),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['account', 'passkeys'] });
  return (
    <Panel
      id="passkeys"
      title="Passkeys"
      description="Sign in with your fingerprint, your face or the PIN of a device, in place of password and code."
      actions={
        <Button size="sm" onClick={() => setAdding(true)}>
          Add passkey…
        </Button>
      }
    >
      {passkeys.error ? (
        <div className="p-4">
          <ErrorNote error={passkeys.error} onRetry={() => void passkeys.refetch()} />
        </div>
      ) : passkeys.isPending ? (
        <SkeletonRows rows={1} />
      ) : passkeys.data.length === 0 ? (
        <p className="p-4 text-ink-soft">None yet.</p>
      ) : (
        <List label="Passkeys">
          {passkeys.data.map((passkey) => (
            <ListRow
              key={passkey.id}
              title={
                <span className="inline-flex items-center gap-2">
                  <KeyRound aria-hidden className="size-4 text-ink-faint" />
                  {passkey.name}
                </span>
              }
              meta={
                <>
                  <Time at={passkey.createdAt} prefix="added" />
                  {passkey.lastUsedAt ? (
                    <Time at={passkey.lastUsedAt} prefix="used" />
                  ) : (
                    <span>never used</span>
                  )}
                </>
              }
              end={
                <Button size="sm" variant="danger-quiet" onClick={() => setRemoving(passkey)}>
                  Remove…<span className="sr-only"> {passkey.name}</span>
                </Button>
              }
            />
          ))}
        </List>
      )}
      {adding ? (
        <AddPasskeyDialog
          onClose={() => setAdding(false)}
          onAdded={({ name }) => {
            void again();
            toast.done(`${name} signs you in from now on`);
          }}
        />
      ) : null}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={() => setRemoving(null)}
        danger
        title={`Remove ${removing?.name ?? ''}?`}
        consequence="It no longer signs you in. Remove it on the device too, or the device goes on offering it."
        action="Remove"
        onConfirm={async () => {
          await api.remove.mutate({ id: removing?.id ?? '' });
          await again();
        }}
      />
    </Panel>
  );
}
