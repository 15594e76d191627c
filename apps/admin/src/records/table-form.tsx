'use client';

import type { Decision } from '@viewpoints/domain/refusal';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { Panel } from '../ui/table.tsx';
import { ConflictNote } from './conflict-note.tsx';
import type { RecordForm } from './use-record-form.ts';

/** A form for a table that the journal has once, such as its house style: rows, and one save for all. */
export function TableForm<Content extends object>(props: {
  form: RecordForm<Content>;
  field: keyof Content & string;
  /** The name of the table in a conflict. */
  name: string;
  title?: string;
  description?: string;
  decision: Decision;
  add: string;
  onAdd: () => void;
  /** The rows, or what is said while there are none. */
  children: ReactNode;
}) {
  const { form, field, decision } = props;
  const tableError = form.fieldError(field);
  return (
    <Form
      error={form.error}
      onSubmit={() => {
        if (form.dirty && !form.busy) form.submit();
      }}
    >
      <Panel
        {...(props.title ? { title: props.title } : {})}
        {...(props.description ? { description: props.description } : {})}
        padded
      >
        <div className="grid gap-4">
          {form.conflict ? (
            <ConflictNote
              conflict={form.conflict}
              draft={form.draft}
              labels={{ [field]: props.name } as Partial<Record<keyof Content & string, string>>}
              busy={form.busy}
            />
          ) : null}
          {form.error ? <ErrorNote error={form.error} /> : null}
          <KeepFocus>{props.children}</KeepFocus>
          {tableError ? (
            <p role="alert" className="text-sm text-danger">
              {tableError}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button icon={Plus} decision={decision} onClick={props.onAdd}>
              {props.add}
            </Button>
            <Button
              type="submit"
              variant="primary"
              busy={form.busy}
              disabled={!form.dirty}
              decision={decision}
            >
              Save
            </Button>
          </div>
        </div>
      </Panel>
    </Form>
  );
}
