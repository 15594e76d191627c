'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { isKindWith } from '@viewpoints/domain/kinds/kinds';
import { daysInTrash, type TrashItem } from '@viewpoints/domain/trash/trash';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { dayFields, personField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { restoreFromTrash, trashKinds } from './restore.ts';

const fields = {
  kind: { ...choice('Kind', 'Any kind', trashKinds), isMain: true },
  owner: personField('Removed by', 'Anybody'),
  ...dayFields('Removed'),
};

/** Removed things that can be restored, until they are deleted for good. */
export function TrashScreen() {
  const filters = useListFilters(null, fields, TimeOrder.options);
  const { query, order } = filters;
  const pages = usePages(['trash', 'list', query, order], (cursor) =>
    viewpoints.editor.trash.list.query({
      ...{ limit: 50, order, ...query },
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  return (
    <Page
      title="Trash"
      description={`What was removed stays here for ${daysInTrash} days and can be restored. Then it is deleted for good, with every word of it.`}
    >
      <FilterBar
        filters={filters}
        searchLabel="Search trash"
        count={pages.count}
        noun={{ one: 'thing', many: 'things' }}
      />
      <RecordList
        label="Trash"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
        icon={Trash2}
        empty={{
          title: 'The trash is empty',
          text: 'Drafts that readers never had, and sources, media and entries that nothing refers to, come here when they are removed.',
        }}
        row={(item) => <TrashRow key={item.id} item={item} />}
      />
    </Page>
  );
}

function TrashRow({ item }: { item: TrashItem }) {
  const client = useQueryClient();
  const mayEmpty = useMay('trash.empty');
  const [asking, setAsking] = useState(false);
  const name = item.name || 'Untitled';
  const restore = useMutation({
    mutationFn: () => restoreFromTrash(client, item.id, name),
    onError: (error) => toast.failed(error, `“${name}” could not be restored.`),
  });
  return (
    <>
      <ListRow
        title={name}
        serif={isKindWith('workflow', item.kind)}
        badges={<Badge>{trashKinds[item.kind]}</Badge>}
        meta={
          <>
            <span>
              Removed by {item.trashedBy.name}, <Time at={item.trashedAt} />
            </span>
            <span>
              Deleted for good <Time at={item.emptyAt} due />
            </span>
          </>
        }
        end={
          <>
            <Button
              size="sm"
              icon={ArchiveRestore}
              busy={restore.isPending}
              onClick={() => restore.mutate()}
            >
              Restore
            </Button>
            <Button
              size="sm"
              variant="danger-quiet"
              decision={mayEmpty}
              onClick={() => setAsking(true)}
            >
              Delete now…
            </Button>
          </>
        }
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={`Delete “${name}” for good?`}
        consequence="It cannot come back: its text, findings, comments, notes, history and who took part are deleted. The audit record keeps that it was there, and none of its words."
        action="Delete for good"
        onConfirm={async () => {
          await viewpoints.editor.trash.empty.mutate({ id: item.id });
          toast.done(`Deleted “${name}” for good.`);
          await client.invalidateQueries({ queryKey: ['trash'] });
        }}
      />
    </>
  );
}
