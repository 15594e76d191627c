'use client';

import type { Decision } from '@viewpoints/domain/refusal';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { ConflictNote } from './conflict-note.tsx';
import type { RecordForm } from './use-record-form.ts';

/** A form over the list, for one entry: fields, save, remove, and problems. */
export function RecordDialog<Content extends object>(props: {
  title: string;
  form: RecordForm<Content>;
  labels: Partial<Record<keyof Content & string, string>>;
  mayEdit: Decision;
  remove?: { decision: Decision; consequence: string; run: () => Promise<unknown> } | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const { form } = props;
  const id = useId();
  const [removing, setRemoving] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const close = () => (form.dirty ? setLeaving(true) : props.onClose());
  return (
    <>
      <Dialog
        open
        onOpenChange={close}
        title={props.title}
        footer={
          <>
            {props.remove && !form.isNew ? (
              <Button
                variant="danger-quiet"
                icon={Trash2}
                decision={props.remove.decision}
                onClick={() => setRemoving(true)}
                className="me-auto"
              >
                Remove
              </Button>
            ) : null}
            <Button onClick={close}>{form.dirty ? 'Cancel' : 'Close'}</Button>
            <Button
              variant="primary"
              type="submit"
              form={id}
              busy={form.busy}
              disabled={!form.dirty && !form.isNew}
              decision={props.mayEdit}
            >
              {form.isNew ? 'Create' : 'Save'}
            </Button>
          </>
        }
      >
        <Form
          id={id}
          className="space-y-4"
          error={form.error}
          onSubmit={() => {
            if (props.mayEdit.ok && (form.dirty || form.isNew) && !form.busy) form.submit();
          }}
        >
          {form.conflict ? (
            <ConflictNote
              conflict={form.conflict}
              draft={form.draft}
              labels={props.labels}
              busy={form.busy}
            />
          ) : null}
          {form.error ? <ErrorNote error={form.error} /> : null}
          {props.children}
        </Form>
      </Dialog>
      {props.remove ? (
        <ConfirmDialog
          open={removing}
          onOpenChange={setRemoving}
          danger
          title={`Remove “${props.title}”?`}
          consequence={props.remove.consequence}
          action="Remove"
          onConfirm={async () => {
            await props.remove?.run();
            props.onClose();
          }}
        />
      ) : null}
      <ConfirmDialog
        open={leaving}
        onOpenChange={setLeaving}
        danger
        title="Discard changes?"
        consequence="What you changed in this form is not saved and would be lost."
        action="Discard"
        onConfirm={async () => props.onClose()}
      />
    </>
  );
}
