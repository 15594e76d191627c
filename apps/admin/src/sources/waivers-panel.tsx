'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { can, waiverSubject } from '@viewpoints/domain/accounts/permissions';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { allowed } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import { FileSignature, Plus } from 'lucide-react';
import { useState } from 'react';
import type { QueryKey } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
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
import { toast } from '../ui/toast.ts';
import { WaiverDialog } from './waiver-dialog.tsx';

const covers: Record<Waiver['covers'], string> = {
  identity: 'may be named',
  statements: 'may be quoted',
};

/** Grants that widen the terms; each counts once a second person has signed it off. */
export function WaiversPanel(props: { source: Source }) {
  const { source } = props;
  const { me } = useSession();
  const queries = useQueryClient();
  const mayList = useMay('waiver.list');
  const mayRecord = useMay('waiver.record');
  const [recording, setRecording] = useState(false);
  const [signing, setSigning] = useState<Waiver | null>(null);
  const key: QueryKey = ['waivers', source.id];
  const waivers = useQuery({
    queryKey: key,
    queryFn: () => viewpoints.editor.sources.waivers.list.query({ sourceId: source.id }),
    enabled: mayList.ok,
  });
  const nameOf = (waiver: Waiver) =>
    waiver.participantId === null
      ? 'Everybody there'
      : (source.participants.find(({ id }) => id === waiver.participantId)?.name ??
        'A participant');
  const record = (
    <Button size="sm" icon={Plus} decision={mayRecord} onClick={() => setRecording(true)}>
      Record a waiver
    </Button>
  );
  const maySignOff = (waiver: Waiver) => {
    const permission = can(
      { id: me.id, roles: me.roles },
      'waiver.sign_off',
      waiverSubject(waiver),
      { fourEyes: me.fourEyes },
    );
    return permission.ok ? allowed : permission;
  };

  return (
    <Panel
      title="Waivers"
      description="Somebody let more be said than the terms allow. It counts once signed off."
      actions={record}
      id="waivers"
    >
      {waivers.error ? (
        <div className="p-4">
          <ErrorNote error={waivers.error} onRetry={() => void waivers.refetch()} />
        </div>
      ) : waivers.isPending && mayList.ok ? (
        <SkeletonRows rows={2} />
      ) : !waivers.data || waivers.data.length === 0 ? (
        <EmptyState icon={FileSignature} title="No waivers">
          If somebody agrees to be named or quoted beyond the terms, record who granted it, what it
          covers and how you know.
        </EmptyState>
      ) : (
        <List label="Waivers">
          {waivers.data.map((waiver) => (
            <ListRow
              key={waiver.id}
              title={`${nameOf(waiver)} ${covers[waiver.covers]}`}
              badges={
                waiver.signedOffAt ? (
                  <Badge tone="ok">Counts</Badge>
                ) : (
                  <Badge tone="warn">Waits for sign-off</Badge>
                )
              }
              meta={
                <>
                  <span>granted by {waiver.grantedBy}</span>
                  <Time at={waiver.grantedAt} />
                  <span>{waiver.basis}</span>
                </>
              }
              end={
                waiver.signedOffAt ? (
                  <Time at={waiver.signedOffAt} prefix="signed off" />
                ) : (
                  <Button
                    size="sm"
                    decision={maySignOff(waiver)}
                    onClick={() => setSigning(waiver)}
                  >
                    Sign off
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
      {recording ? (
        <WaiverDialog
          source={source}
          onClose={() => setRecording(false)}
          onRecorded={() => void queries.invalidateQueries({ queryKey: key })}
        />
      ) : null}
      <ConfirmDialog
        open={signing !== null}
        onOpenChange={() => setSigning(null)}
        title="Sign this waiver off?"
        consequence={
          signing
            ? `From now on ${nameOf(signing)} ${covers[signing.covers]} in what the journal publishes, and the record names you as the person who allowed it.`
            : ''
        }
        action="Sign off"
        onConfirm={async () => {
          await viewpoints.editor.sources.waivers.signOff.mutate({ id: signing?.id ?? '' });
          await queries.invalidateQueries({ queryKey: key });
          toast.done('Signed off. The waiver counts.');
        }}
      />
    </Panel>
  );
}
