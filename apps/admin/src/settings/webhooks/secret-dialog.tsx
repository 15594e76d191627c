import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Shows a secret once. Escape must not lose it. */
export function SecretDialog(props: { secret: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      dismissible={false}
      size="sm"
      title="Copy secret"
      description="It is not shown again. The receiver verifies messages with it."
      footer={
        <Button variant="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      <CopyText text={props.secret} testId="secret" />
    </Dialog>
  );
}
