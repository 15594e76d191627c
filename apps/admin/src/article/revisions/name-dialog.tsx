'use client';

import { useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTask } from '../../ui/use-task.ts';
import { entryLabel, type HistoryEntry } from '../compare/moment-label.ts';

/** Names a version, so that it is found again and stays; without a name it is as it was. */
export function NameDialog(props: { articleId: string; entry: HistoryEntry; onClose: () => void }) {
  const { articleId, entry, onClose } = props;
  const [name, setName] = useState(entry.name ?? '');
  const { busy, error, run } = useTask();
  const save = async () => {
    await run(async () => {
      await viewpoints.editor.articles.history.name.mutate({
        ...{ id: articleId, entryId: entry.id, name: name.trim() === '' ? null : name.trim() },
      });
      onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title="Name version"
      description={
        entry.revision === null
          ? 'A named version stays. Without a name it goes after a quarter at the latest.'
          : `${entryLabel({ ...entry, name: null })} is listed by this name.`
      }
      footer={
        <Button type="submit" form="name-version" variant="primary" busy={busy}>
          Save name
        </Button>
      }
    >
      <Form
        id="name-version"
        error={error}
        onSubmit={() => {
          if (!busy) void save();
        }}
      >
        {error ? <ErrorNote error={error} className="mb-3" /> : null}
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={setName}
          maxLength={120}
          error={reasonFor(error, 'name')}
        />
      </Form>
    </Dialog>
  );
}
