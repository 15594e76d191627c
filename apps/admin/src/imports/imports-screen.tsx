'use client';

import { FolderInput, Upload } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { importStatusOf, sourceOf } from './import-labels.ts';
import { ImportDialog } from './on-demand.tsx';
import { OpenUploads } from './uploads/open-uploads.tsx';

/** Imports of the past of the journal from other systems. */
export function ImportsScreen() {
  const [isOpen, setOpen] = useState(false);
  const mayBegin = useMay('import_upload.begin');
  const pages = usePages(['imports', 'list'], (cursor) =>
    viewpoints.editor.imports.list.query({ limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <Page
      title="Imports"
      description="What came in from WordPress, Ghost, Markdown or a feed. Two people publish what was public before."
      actions={
        <VerbButton
          icon={Upload}
          variant="primary"
          decision={mayBegin}
          verb="Import files"
          onClick={() => setOpen(true)}
        >
          Import…
        </VerbButton>
      }
    >
      <OpenUploads />
      <RecordList
        label="Imports"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={FolderInput}
        empty={{
          title: 'Nothing was imported yet',
          text: 'Import the export of another system here, or on the server by the command line. Its report is then here.',
        }}
        row={(run) => {
          const { label, tone } = importStatusOf(run);
          return (
            <ListRow
              key={run.id}
              href={`/import-runs/${run.id}`}
              title={sourceOf(run)}
              badges={<Badge tone={tone}>{label}</Badge>}
              meta={
                <>
                  <span>{run.fileName}</span>
                  <span>Brought in by {run.startedBy.name}</span>
                </>
              }
              end={<Time at={run.startedAt} />}
            />
          );
        }}
      />
      {isOpen ? <ImportDialog onClose={() => setOpen(false)} /> : null}
    </Page>
  );
}
