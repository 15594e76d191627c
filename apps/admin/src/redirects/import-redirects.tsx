'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';

/** Imports redirects from a file, which can be corrected here first. All lines are imported, or none. */
export function ImportRedirects(props: { onClose: () => void }) {
  const [csv, setCsv] = useState('');
  const { busy, error, run } = useTask();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = () =>
    run(async () => {
      const { added, changed, unchanged } = await viewpoints.editor.redirects.import.mutate({
        csv,
      });
      await queries.invalidateQueries({ queryKey: ['redirects'] });
      toast.done(`Redirects: ${added} added, ${changed} changed, ${unchanged} as they were`);
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Import redirects"
      description="Comma-separated values with two columns: from and to. If one line is refused, nothing is imported."
      footer={
        <>
          <Button className="me-auto" onClick={() => input.current?.click()}>
            Choose file…
          </Button>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            variant="primary"
            type="submit"
            form={id}
            busy={busy}
            disabled={csv.trim() === ''}
          >
            Import
          </Button>
        </>
      }
    >
      <Form id={id} className="space-y-4" error={error} onSubmit={() => void submit()}>
        {error ? <ErrorNote error={error} /> : null}
        <TextField
          label="Lines"
          rows={8}
          dir="ltr"
          placeholder={'/2019/04/ports,/articles/ports\n/contact-us,/contact'}
          inputClassName="font-mono text-sm"
          value={csv}
          onChange={setCsv}
        />
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv,text/plain"
          aria-label="Redirects file"
          tabIndex={-1}
          className="sr-only"
          onChange={async ({ target }) => {
            const [file] = target.files ?? [];
            if (file) setCsv(await file.text());
            target.value = '';
          }}
        />
      </Form>
    </Dialog>
  );
}
