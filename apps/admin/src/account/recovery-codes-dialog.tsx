'use client';

import { Button } from '../ui/button.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Recovery codes, shown once: only hashes of them are stored. */
export function RecoveryCodesDialog(props: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      dismissible={false}
      size="sm"
      title="Keep these codes"
      description="Each signs you in once, if you have lost the phone. Keep them where you keep passwords: they are not shown again."
      footer={
        <Button variant="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      <CopyText text={props.codes.join('\n')} testId="recovery-codes" lines />
    </Dialog>
  );
}
