'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccessToken } from '@viewpoints/domain/accounts/account';
import { KeyRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { scopes as words } from '../form-labels.ts';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';

/** The access tokens of an account, by default the user's own: what each may do, and until when. */
export function TokenList(props: {
  accountId?: string;
  empty: { title: string; text: string; action?: ReactNode };
}) {
  const { accountId, empty } = props;
  const queries = useQueryClient();
  const mayRevoke = useMay('token.revoke');
  const [revoking, setRevoking] = useState<AccessToken | null>(null);
  const tokens = useQuery({
    queryKey: ['tokens', accountId ?? 'own'],
    queryFn: () => viewpoints.editor.tokens.list.query(accountId ? { accountId } : {}),
  });
  return (
    <>
      {tokens.error ? (
        <div className="p-4">
          <ErrorNote error={tokens.error} onRetry={() => void tokens.refetch()} />
        </div>
      ) : tokens.isPending ? (
        <SkeletonRows rows={3} />
      ) : tokens.data.length === 0 ? (
        <EmptyState icon={KeyRound} title={empty.title} action={empty.action}>
          {empty.text}
        </EmptyState>
      ) : (
        <List label="Access tokens">
          {tokens.data.map((token) => (
            <ListRow
              key={token.id}
              title={token.name}
              badges={
                <>
                  <TokenState token={token} />
                  {token.scopes.map((scope) => (
                    <Badge key={scope} title={words[scope].hint}>
                      {words[scope].label}
                    </Badge>
                  ))}
                </>
              }
              meta={
                <>
                  <code>{token.hint}…</code>
                  <Time at={token.createdAt} prefix="made" />
                  {token.revokedAt ? (
                    <Time at={token.revokedAt} prefix="ended" />
                  ) : (
                    <Time at={token.expiresAt} prefix={hasEnded(token) ? 'ended' : 'ends'} due />
                  )}
                  {token.lastUsedAt ? (
                    <Time at={token.lastUsedAt} prefix="last used" />
                  ) : (
                    <span>never used</span>
                  )}
                </>
              }
              end={
                hasEnded(token) ? null : (
                  <Button
                    size="sm"
                    variant="danger-quiet"
                    decision={mayRevoke}
                    onClick={() => setRevoking(token)}
                  >
                    Revoke
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
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
    </>
  );
}

const hasEnded = ({ revokedAt, expiresAt }: AccessToken): boolean =>
  revokedAt !== null || Date.parse(expiresAt) <= Date.now();

function TokenState(props: { token: AccessToken }) {
  if (props.token.revokedAt) return <Badge tone="danger">Revoked</Badge>;
  if (hasEnded(props.token)) return <Badge tone="warn">Expired</Badge>;
  return <Badge tone="ok">Works</Badge>;
}
