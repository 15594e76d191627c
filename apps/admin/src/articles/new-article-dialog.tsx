'use client';

import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { TextField } from '../ui/text-field.tsx';

/** A new draft begins with a headline, or with nothing. */
export function NewArticleDialog(props: {
  open: boolean;
  onClose: () => void;
  create: { mutate: (headline: string) => void; isPending: boolean; error: unknown };
}) {
  const [headline, setHeadline] = useState('');
  const { create } = props;
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onClose}
      size="sm"
      title="New article"
      description="A working headline is enough. It can change until the piece is out."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="new-article" variant="primary" busy={create.isPending}>
            Begin
          </Button>
        </>
      }
    >
      <form
        id="new-article"
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate(headline.trim());
        }}
      >
        {create.error ? <ErrorNote error={create.error} className="mb-3" /> : null}
        <TextField
          label="Headline"
          optional
          autoFocus
          maxLength={200}
          value={headline}
          onChange={setHeadline}
          inputClassName="font-serif text-lg"
        />
      </form>
    </Dialog>
  );
}
