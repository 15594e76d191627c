'use client';

import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';

/**
 * Leaves a form in any way, and asks the user first if unsaved input would be lost.
 * @param lost whether anything would be
 */
export function useLeaving(
  lost: boolean,
  onLeave: () => void,
): { leave: () => void; question: ReactNode } {
  const [asking, setAsking] = useState(false);
  return {
    leave: () => (lost ? setAsking(true) : onLeave()),
    question: (
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard changes?"
        consequence="What you entered here is not kept."
        action="Discard"
        back="Keep editing"
        danger
        onConfirm={async () => onLeave()}
      />
    ),
  };
}
