'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FilteredList } from '@viewpoints/domain/desk/saved-filter';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import type { FilterPart } from './use-list-filters.ts';

/** Saves the filter of a list under a name. */
export function SaveFilterDialog(props: {
  list: FilteredList;
  filter: FilterPart[];
  onClose: () => void;
}) {
  const { list, filter, onClose } = props;
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => viewpoints.editor.savedFilters.save.mutate({ list, filter, name }),
    onSuccess: async () => {
      toast.done('Filter saved.');
      onClose();
      await invalidateKeys(client, [['savedFilters', list]]);
    },
  });
  const isReady = name.trim() !== '' && !save.isPending;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title="Save filter"
      description="For you alone, in this list."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="save-filter"
            variant="primary"
            busy={save.isPending}
            disabled={name.trim() === ''}
          >
            Save
          </Button>
        </>
      }
    >
      <Form
        id="save-filter"
        error={save.error}
        className="grid gap-4"
        onSubmit={() => {
          if (isReady) save.mutate();
        }}
      >
        {save.error ? <ErrorNote error={save.error} /> : null}
        <TextField
          label="Name"
          required
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          error={reasonFor(save.error, 'name')}
        />
      </Form>
    </Dialog>
  );
}
