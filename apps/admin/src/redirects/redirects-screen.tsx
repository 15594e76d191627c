'use client';

import { useQuery } from '@tanstack/react-query';
import { Download, FolderInput, Link2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { useTask } from '../ui/use-task.ts';
import { exportRedirects } from './export-redirects.ts';
import { ImportRedirects } from './import-redirects.tsx';
import { RedirectDialog } from './redirect-dialog.tsx';
import { RedirectRow, redirectOrigins } from './redirect-row.tsx';

const fields = { origin: { ...choice('Origin', 'Any origin', redirectOrigins), isMain: true } };
const description =
  'Old addresses, and where they lead. A redirect rests while something is published at its address.';

/** Every address that readers are sent on from, by address: written here, left by a slug, or imported. */
export function RedirectsScreen() {
  const filters = useListFilters(null, fields, ['name']);
  const address = useFilters();
  const opened = address.get('open');
  const mayEdit = useMay('redirect.edit');
  const [importing, setImporting] = useState(false);
  const file = useTask();
  const pages = usePages(['redirects', 'list', filters.query], (cursor) =>
    viewpoints.editor.redirects.list.query({
      ...{ limit: 50, ...filters.query },
      ...(cursor ? { cursor } : {}),
    }),
  );
  const loaded = useQuery({
    queryKey: ['redirects', 'one', opened],
    queryFn: () => viewpoints.editor.redirects.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => address.set({ open: null });
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayEdit}
      onClick={() => address.set({ open: 'new' })}
    >
      New redirect
    </VerbButton>
  );
  return (
    <Page
      title="Redirects"
      description={description}
      actions={
        <>
          <VerbButton
            icon={Download}
            busy={file.busy}
            onClick={() => void file.run(() => exportRedirects(filters.query))}
          >
            Export
          </VerbButton>
          <VerbButton icon={FolderInput} decision={mayEdit} onClick={() => setImporting(true)}>
            Import…
          </VerbButton>
          {create}
        </>
      }
    >
      {file.error ? <ErrorNote error={file.error} className="mb-3" /> : null}
      <FilterBar
        filters={filters}
        searchLabel="Search addresses"
        count={undefined}
        noun={{ one: 'redirect', many: 'redirects' }}
      />
      <RecordList
        label="Redirects"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
        icon={Link2}
        empty={{
          title: 'No redirects yet',
          text: 'Send readers on from an address that is gone, or bring in those of a former site as a file. Changed slugs and imports leave theirs here by themselves.',
          action: create,
        }}
        row={(redirect) => (
          <RedirectRow
            key={redirect.id}
            redirect={redirect}
            onOpen={() => address.set({ open: redirect.id })}
          />
        )}
      />
      <OpenedRecord kind="redirect" opened={opened} query={loaded} onClose={close}>
        {(redirect) => (
          <RedirectDialog key={redirect?.id ?? 'new'} redirect={redirect} onClose={close} />
        )}
      </OpenedRecord>
      {importing ? <ImportRedirects onClose={() => setImporting(false)} /> : null}
    </Page>
  );
}
