'use client';

import { useQuery } from '@tanstack/react-query';
import { Layers, Plus } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SeriesDialog } from './series-dialog.tsx';

export function SeriesScreen() {
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const opened = filters.get('open');
  const mayCreate = useMay('series.create');
  const pages = usePages(['series', 'list', q], (cursor) =>
    viewpoints.editor.series.list.query({
      limit: 50,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const record = useQuery({
    queryKey: ['series', 'one', opened],
    queryFn: () => viewpoints.editor.series.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => filters.set({ open: null });
  const create = (
    <Button
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      New series
    </Button>
  );

  return (
    <Page
      title="Series"
      description="Articles that are read one after another. A series is shown once a part of it is published."
      actions={create}
    >
      <SearchField
        label="Search series"
        value={q}
        onChange={(next) => filters.set({ q: next })}
        className="mb-3 sm:max-w-80"
      />
      <RecordList
        label="Series"
        pages={pages}
        filtered={q !== ''}
        onClear={() => filters.set({ q: null })}
        icon={Layers}
        empty={{
          title: 'No series yet',
          text: 'Make one, then choose it in the details of each article that is a part of it.',
          action: create,
        }}
        row={(series) => (
          <ListRow
            key={series.id}
            title={series.name}
            onOpen={() => filters.set({ open: series.id })}
            meta={
              <>
                <span>{series.complete ? 'Complete' : 'Parts to come'}</span>
                {series.about ? <span className="line-clamp-1">{series.about}</span> : null}
              </>
            }
          />
        )}
      />
      <OpenedRecord kind="series" opened={opened} query={record} onClose={close}>
        {(series) => <SeriesDialog key={series?.id ?? 'new'} series={series} onClose={close} />}
      </OpenedRecord>
    </Page>
  );
}
