'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks the user for the name of a new release, or another for an existing one. */
export function ReleaseNameDialog(props: {
  title: string;
  /** The verb on the button. */
  action: string;
  name: string;
  onClose: () => void;
  /** Saves it; what it throws is shown, and the dialog stays. */
  onSave: (name: string) => Promise<unknown>;
}) {
  const [name, setName] = useState(props.name);
  const save = useMutation({ mutationFn: () => props.onSave(name.trim()) });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={props.title}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="release-name"
            variant="primary"
            busy={save.isPending}
            disabled={name.trim() === ''}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <Form
        id="release-name"
        className="space-y-4"
        error={save.error}
        onSubmit={() => {
          if (!save.isPending && name.trim() !== '') save.mutate();
        }}
      >
        {save.error ? <ErrorNote error={save.error} /> : null}
        <TextField
          label="Name"
          hint="For the desk. Readers never see it."
          required
          autoFocus
          maxLength={120}
          placeholder="Winter papers"
          value={name}
          onChange={setName}
          error={reasonFor(save.error, 'name')}
        />
      </Form>
    </Dialog>
  );
}
