'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FilteredList, SavedFilter } from '@viewpoints/domain/desk/saved-filter';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Renames and removes the user's saved filters of a list. */
export function SavedFiltersDialog(props: {
  list: FilteredList;
  saved: readonly SavedFilter[];
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title="Saved filters"
      footer={<Button onClick={props.onClose}>Close</Button>}
    >
      <KeepFocus>
        {props.saved.length === 0 ? (
          <p className="text-ink-soft">None is left.</p>
        ) : (
          <ul aria-label="Saved filters" className="grid gap-3">
            {props.saved.map((filter) => (
              <Row key={filter.id} filter={filter} />
            ))}
          </ul>
        )}
      </KeepFocus>
    </Dialog>
  );
}

function Row({ filter }: { filter: SavedFilter }) {
  const { id, list } = filter;
  const client = useQueryClient();
  const [name, setName] = useState(filter.name);
  const reread = () => invalidateKeys(client, [['savedFilters', list]]);
  const rename = useMutation({
    mutationFn: () => viewpoints.editor.savedFilters.rename.mutate({ id, name }),
    onSuccess: reread,
  });
  const remove = useMutation({
    mutationFn: () => viewpoints.editor.savedFilters.remove.mutate({ id }),
    onSuccess: reread,
  });
  const error = rename.error ?? remove.error;
  const isChanged = name.trim() !== '' && name.trim() !== filter.name;
  return (
    <li>
      <Form
        id={`rename-${id}`}
        error={rename.error}
        className="flex flex-wrap items-start gap-2"
        onSubmit={() => {
          if (isChanged && !rename.isPending) rename.mutate();
        }}
      >
        <TextField
          label={`Name of “${filter.name}”`}
          labelHidden
          className="min-w-40 flex-1"
          maxLength={60}
          value={name}
          onChange={setName}
          error={reasonFor(rename.error, 'name')}
        />
        <Button type="submit" busy={rename.isPending} disabled={!isChanged}>
          Rename
        </Button>
        <Button
          icon={Trash2}
          label={`Remove “${filter.name}”`}
          variant="danger-quiet"
          busy={remove.isPending}
          onClick={() => remove.mutate()}
        />
      </Form>
      {error ? <ErrorNote error={error} /> : null}
    </li>
  );
}
