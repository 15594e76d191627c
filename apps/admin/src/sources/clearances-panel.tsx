'use client';

import { useQuery } from '@tanstack/react-query';
import { placeInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import { viewpoints } from '../data/viewpoints.ts';
import { ClearanceActions, ConfirmRefusal } from '../protection/clearance-actions.tsx';
import { FoundWords } from '../protection/found-words.tsx';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';

/** The clearances of a source: that it has no participants, and answers to alarms about its names. */
export function useClearances(sourceId: string) {
  const mayList = useMay('clearance.list').ok;
  return useQuery({
    queryKey: ['clearances', sourceId],
    queryFn: () => viewpoints.editor.clearances.list.query({ sourceIds: [sourceId] }),
    enabled: mayList,
  });
}

/** Lists them, each to be confirmed by a second person or taken back; nothing where there is none. */
export function ClearancesPanel(props: { sourceId: string }) {
  const { data, error, refetch } = useClearances(props.sourceId);
  if (!error && (data?.clearances ?? []).length === 0) return null;
  const { clearances = [], people = {} } = data ?? {};
  return (
    <Panel
      title="Answers"
      description="Two people said that what looks like a leak is none. Protected, as the names are."
      id="clearances"
    >
      {error ? (
        <div className="p-4">
          <ErrorNote error={error} onRetry={() => void refetch()} />
        </div>
      ) : (
        <List label="Answers">
          {clearances.map((clearance) => (
            <ListRow
              key={clearance.id}
              title={
                clearance.kind === 'no_participants'
                  ? 'Nobody to enter as having taken part'
                  : `Something else in ${placeInWords(clearance.place)}`
              }
              badges={
                clearance.confirmedAt ? (
                  <Badge tone="ok">Counts</Badge>
                ) : (
                  <Badge tone="warn">To confirm</Badge>
                )
              }
              meta={
                <>
                  <span>{people[clearance.recordedBy] ?? 'Somebody'}</span>
                  <Time at={clearance.recordedAt} />
                  {clearance.confirmedBy ? (
                    <span>confirmed by {people[clearance.confirmedBy] ?? 'somebody'}</span>
                  ) : null}
                </>
              }
              end={
                <ClearanceActions
                  clearance={clearance}
                  consequence={
                    clearance.kind === 'no_participants'
                      ? 'What rests on this source can then be published without anybody entered.'
                      : 'These words are then taken to mean something else, in this place only, for as long as they stay as they are.'
                  }
                />
              }
            >
              <p className="text-ink-soft">{clearance.why}</p>
              {clearance.words ? <FoundWords context={clearance.words} /> : null}
              <ConfirmRefusal clearance={clearance} />
            </ListRow>
          ))}
        </List>
      )}
    </Panel>
  );
}
