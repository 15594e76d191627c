'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.ts';

/** States that a source whose terms protect participants has none to enter. */
export function NobodyTookPart(props: { sourceId: string }) {
  const { me } = useSession();
  const queries = useQueryClient();
  const mayRecord = useMay('clearance.record');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="grid justify-items-start gap-2 rounded-md bg-warn-soft px-3 py-2.5">
      <p>
        Nothing that rests on this source is published until somebody is entered here: names that
        nobody entered cannot be looked for.
      </p>
      <Button size="sm" decision={mayRecord} onClick={() => setOpen(true)}>
        Nobody to enter…
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={() => setOpen(false)}
        title="Is there nobody to enter?"
        consequence={
          me.fourEyes
            ? 'Say why no name could be given away. A second person confirms it; then what rests on this source can be published.'
            : 'Say why no name could be given away. Four eyes are off: it counts at once, and the record says that one person decided.'
        }
        action="State this"
        why={{ label: 'Why', maxLength: 500 }}
        onConfirm={async (why) => {
          await viewpoints.editor.clearances.stateNobodyTookPart.mutate({
            ...{ sourceId: props.sourceId, why },
          });
          await queries.invalidateQueries({ queryKey: ['clearances'] });
          toast.done(me.fourEyes ? 'Stated. A second person confirms it.' : 'Stated.');
        }}
      />
    </div>
  );
}
