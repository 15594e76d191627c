'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../../data/viewpoints.ts';
import { Badge } from '../../ui/badge.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { Panel } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { filesOf, importKinds, uploadStates } from './upload-labels.ts';

/** Imports by upload that somebody has to go on with, or that are at work; nothing if there are none. */
export function OpenUploads() {
  const uploads = useQuery({
    queryKey: ['importUploads', 'list'],
    queryFn: () => viewpoints.editor.importUploads.list.query(),
    refetchInterval: 5_000,
  }).data;
  if (!uploads || uploads.length === 0) return null;
  return (
    <section aria-label="Uploads" className="mb-5 grid gap-2">
      <h2 className="text-base font-semibold">Uploads</h2>
      <Panel>
        <List label="Uploads">
          {uploads.map((upload) => (
            <ListRow
              key={upload.id}
              href={`/import-runs/uploads/${upload.id}`}
              title={`${importKinds[upload.options.kind].label}, ${filesOf(upload)}`}
              badges={
                <Badge tone={uploadStates[upload.state].tone}>
                  {uploadStates[upload.state].label}
                </Badge>
              }
              meta={<span>Begun by {upload.startedBy.name}</span>}
              end={<Time at={upload.startedAt} />}
            />
          ))}
        </List>
      </Panel>
    </section>
  );
}
