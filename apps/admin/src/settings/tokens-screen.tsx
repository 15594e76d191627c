'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccessToken } from '@viewpoints/domain/accounts/account';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.tsx';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { SettingsPage } from './settings-page.tsx';

export function TokensScreen() {
  const queries = useQueryClient();
  const mayCreate = useMay('token.create');
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<AccessToken | null>(null);
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => viewpoints.editor.tokens.list.query(),
  });
  const create = (
    <Button variant="primary" icon={Plus} decision={mayCreate} onClick={() => setCreating(true)}>
      New token
    </Button>
  );
  return (
    <SettingsPage actions={create}>
      <p className="mb-3 text-ink-soft">
        A token lets a program act as you, with your roles. It is shown once and kept only as a
        hash.
      </p>
      <Panel>
        {tokens.error ? (
          <div className="p-4">
            <ErrorNote error={tokens.error} onRetry={() => void tokens.refetch()} />
          </div>
        ) : tokens.isPending ? (
          <SkeletonRows rows={3} />
        ) : tokens.data.length === 0 ? (
          <EmptyState icon={KeyRound} title="No tokens" action={create}>
            Make one for each program, so that each can be revoked by itself.
          </EmptyState>
        ) : (
          <List label="Access tokens">
            {tokens.data.map((token) => (
              <ListRow
                key={token.id}
                title={token.name}
                badges={<TokenState token={token} />}
                meta={
                  <>
                    <code>{token.hint}…</code>
                    <Time at={token.createdAt} prefix="made" />
                    {token.expiresAt ? <Time at={token.expiresAt} prefix="ends" /> : null}
                    {token.lastUsedAt ? (
                      <Time at={token.lastUsedAt} prefix="last used" />
                    ) : (
                      <span>never used</span>
                    )}
                  </>
                }
                end={
                  token.revokedAt ? null : (
                    <Button size="sm" variant="danger-quiet" onClick={() => setRevoking(token)}>
                      Revoke
                    </Button>
                  )
                }
              />
            ))}
          </List>
        )}
      </Panel>
      {creating ? (
        <NewTokenDialog
          onClose={() => setCreating(false)}
          onCreated={() => void queries.invalidateQueries({ queryKey: ['tokens'] })}
        />
      ) : null}
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={() => setRevoking(null)}
        danger
        title={`Revoke “${revoking?.name ?? ''}”?`}
        consequence="Whatever uses it stops working with its next call. This cannot be undone; a new token can be made."
        action="Revoke"
        onConfirm={async () => {
          await viewpoints.editor.tokens.revoke.mutate({ id: revoking?.id ?? '' });
          await queries.invalidateQueries({ queryKey: ['tokens'] });
          toast.done(`Revoked “${revoking?.name ?? ''}”`);
        }}
      />
    </SettingsPage>
  );
}

function TokenState(props: { token: AccessToken }) {
  const { revokedAt, expiresAt } = props.token;
  if (revokedAt) return <Badge tone="danger">Revoked</Badge>;
  if (expiresAt && Date.parse(expiresAt) < Date.now()) return <Badge tone="warn">Expired</Badge>;
  return <Badge tone="ok">Works</Badge>;
}
