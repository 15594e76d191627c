'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';

/** The user's sessions; each but this one can be ended from here. */
export function SessionsPanel() {
  const api = viewpoints.editor.account.sessions;
  const queries = useQueryClient();
  const [endingOthers, setEndingOthers] = useState(false);
  const sessions = useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: () => api.list.query(),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['account', 'sessions'] });
  const end = useMutation({
    mutationFn: (id: string) => api.end.mutate({ id }),
    onSuccess: () => toast.done('That device is signed out'),
    onError: (error) => toast.failed(error, 'That device is still signed in.'),
    onSettled: again,
  });
  const hasOthers = sessions.data?.some(({ isThis }) => !isThis) ?? false;
  return (
    <Panel
      id="sessions"
      title="Sessions"
      description="Where you are signed in. A session that is not used for 14 days ends by itself."
      actions={
        hasOthers ? (
          <Button size="sm" variant="danger-quiet" onClick={() => setEndingOthers(true)}>
            Sign out others…
          </Button>
        ) : null
      }
    >
      {sessions.error ? (
        <div className="p-4">
          <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />
        </div>
      ) : sessions.isPending ? (
        <SkeletonRows rows={2} />
      ) : (
        <List label="Sessions">
          {sessions.data.map(({ id, device, createdAt, usedAt, isThis }) => (
            <ListRow
              key={id}
              title={
                <span className="inline-flex items-center gap-2">
                  <Monitor aria-hidden className="size-4 text-ink-faint" />
                  {device || 'Unknown device'}
                </span>
              }
              badges={isThis ? <Badge tone="accent">This device</Badge> : null}
              meta={
                <>
                  <Time at={createdAt} prefix="signed in" />
                  {isThis ? null : <Time at={usedAt} prefix="used" />}
                </>
              }
              end={
                isThis ? null : (
                  <Button
                    size="sm"
                    variant="danger-quiet"
                    label={`Sign out ${device || 'the unknown device'}`}
                    busy={end.isPending && end.variables === id}
                    onClick={() => end.mutate(id)}
                  >
                    Sign out
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
      <ConfirmDialog
        open={endingOthers}
        onOpenChange={setEndingOthers}
        danger
        title="Sign out all other devices?"
        consequence="What is typed there and not saved stays on that device, and can be saved after signing in again."
        action="Sign out others"
        onConfirm={async () => {
          await api.endOthers.mutate();
          await again();
          toast.done('All other devices are signed out');
        }}
      />
    </Panel>
  );
}
