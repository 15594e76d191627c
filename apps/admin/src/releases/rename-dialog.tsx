'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { ShownRelease } from './use-release.ts';

export function RenameDialog(props: {
  shown: ShownRelease;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { release, articles } = props.shown;
  const [name, setName] = useState(release.name);
  const rename = useMutation({
    mutationFn: () =>
      viewpoints.editor.releases.save.mutate({
        id: release.id,
        seen: release.save,
        name: name.trim(),
        articleIds: articles.map(({ id }) => id),
      }),
    onSuccess: async () => {
      await props.onDone();
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Rename release"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="rename-release"
            variant="primary"
            busy={rename.isPending}
            disabled={name.trim() === ''}
          >
            Rename
          </Button>
        </>
      }
    >
      <Form
        id="rename-release"
        className="space-y-4"
        error={rename.error}
        onSubmit={() => {
          if (!rename.isPending && name.trim() !== '') rename.mutate();
        }}
      >
        {rename.error ? <ErrorNote error={rename.error} /> : null}
        <TextField
          label="Name"
          required
          autoFocus
          maxLength={120}
          value={name}
          onChange={setName}
          error={reasonFor(rename.error, 'name')}
        />
      </Form>
    </Dialog>
  );
}
