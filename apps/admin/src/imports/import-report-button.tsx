'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { WordReportView } from './on-demand.tsx';

/** Leads to what became of the Word file that an article came from; nothing where it came from none. */
export function ImportReportButton({ articleId }: { articleId: string }) {
  const queries = useQueryClient();
  const queryKey = ['wordImports', articleId] as const;
  const [open, setOpen] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const mayRemove = useMay('word_import.remove');
  const kept = useQuery({
    queryKey,
    queryFn: () => viewpoints.editor.wordImports.get.query({ articleId }),
    staleTime: 60_000,
    retry: false,
  }).data;
  if (!kept) return null;
  return (
    <div>
      <Button icon={FileText} onClick={() => setOpen(true)}>
        Import report
      </Button>
      <p className="mt-1 text-sm break-words text-ink-soft">
        {kept.fileName}, brought in by {kept.importedBy} <Time at={kept.importedAt} />
      </p>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title="Import report"
        description="What became of the file when it came in. It is for those who may edit the article, and never public."
        footer={
          <>
            <Button decision={mayRemove} onClick={() => setRemoving(true)}>
              Remove report
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Close
            </Button>
          </>
        }
      >
        <WordReportView report={kept.report} />
      </Dialog>
      <ConfirmDialog
        open={isRemoving}
        onOpenChange={setRemoving}
        title="Remove report?"
        consequence="Its tracked changes and comments are nowhere else. The article stays as it is."
        action="Remove"
        danger
        onConfirm={async () => {
          await viewpoints.editor.wordImports.remove.mutate({ articleId });
          setOpen(false);
          await queries.invalidateQueries({ queryKey });
          toast.done('The report is removed.');
        }}
      />
    </div>
  );
}
