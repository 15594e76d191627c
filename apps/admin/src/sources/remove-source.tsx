'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Source } from '@viewpoints/domain/sources/source';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { toastTrashed } from '../trash/restore.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export function RemoveSource(props: { source: Source }) {
  const { source } = props;
  const [asking, setAsking] = useState(false);
  const mayRemove = useMay('source.remove');
  const queries = useQueryClient();
  const router = useRouter();
  return (
    <>
      <Button
        variant="danger-quiet"
        icon={Trash2}
        decision={mayRemove}
        onClick={() => setAsking(true)}
      >
        Remove
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={`Remove “${source.title}”?`}
        consequence="It goes to the trash with its participants, and can be restored for 30 days. A source on which an article or a finding rests cannot be removed."
        action="Remove"
        onConfirm={async () => {
          await viewpoints.editor.sources.remove.mutate({ id: source.id });
          toastTrashed(queries, { id: source.id, name: source.title });
          router.push('/sources');
          queries.removeQueries({ queryKey: ['sources', 'one', source.id] });
          await queries.invalidateQueries({ queryKey: ['sources', 'list'] });
        }}
      />
    </>
  );
}
