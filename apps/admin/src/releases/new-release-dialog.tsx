'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Names a new release and opens it. */
export function NewReleaseDialog(props: { onClose: () => void }) {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const router = useRouter();
  const create = useMutation({
    mutationFn: () => viewpoints.editor.releases.create.mutate({ name: name.trim() }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['releases'] });
      router.push(`/releases/${id}`);
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="New release"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-release"
            variant="primary"
            busy={create.isPending}
            disabled={name.trim() === ''}
          >
            Create release
          </Button>
        </>
      }
    >
      <Form
        id="new-release"
        className="space-y-4"
        error={create.error}
        onSubmit={() => {
          if (!create.isPending && name.trim() !== '') create.mutate();
        }}
      >
        {create.error ? <ErrorNote error={create.error} /> : null}
        <TextField
          label="Name"
          hint="For the desk. Readers never see it."
          required
          autoFocus
          maxLength={120}
          placeholder="Winter papers"
          value={name}
          onChange={setName}
          error={reasonFor(create.error, 'name')}
        />
      </Form>
    </Dialog>
  );
}
