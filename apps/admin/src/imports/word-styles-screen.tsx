'use client';

import { useQuery } from '@tanstack/react-query';
import {
  builtInWordStyles,
  styleKey,
  type WordStyle,
  WordStyles,
  type WordStyleTable,
  WordStyleTarget,
} from '@viewpoints/domain/imports/word-styles';
import { Trash2 } from 'lucide-react';
import { z } from 'zod';
import { viewpoints } from '../data/viewpoints.ts';
import { TableForm } from '../records/table-form.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Cell, Panel, Row, Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { targetLabels } from './word-labels.ts';

const Content = z.strictObject({ styles: WordStyles });
const targets = WordStyleTarget.options.map((value) => ({ value, label: targetLabels[value] }));

/** The journal's mapping of Word styles for imports. */
export function WordStylesScreen() {
  const table = useQuery({
    queryKey: ['wordStyles'],
    queryFn: () => viewpoints.editor.wordStyles.get.query(),
  });
  return (
    <Page
      title="Word styles"
      width="prose"
      description="What the styles of a Word file become when it is imported. A style that is not named here is read as the one it is based on."
    >
      {table.error ? (
        <ErrorNote error={table.error} onRetry={() => void table.refetch()} />
      ) : table.data ? (
        <div className="grid gap-5">
          <OwnStyles key="form" table={table.data} />
          <BuiltInStyles own={table.data.styles} />
        </div>
      ) : (
        <Panel>
          <SkeletonRows />
        </Panel>
      )}
    </Page>
  );
}

function OwnStyles({ table }: { table: WordStyleTable }) {
  const maySave = useMay('word_style.edit');
  // There is one table, so its id is a constant, which the form requires.
  const id = 'word-styles';
  const form = useRecordForm({
    schema: Content,
    record: { ...table, id },
    blank: { styles: table.styles },
    create: async () => ({ ...table, id }),
    save: async (_id, seen, { styles }) => ({
      ...(await viewpoints.editor.wordStyles.save.mutate({ seen, styles })),
      id,
    }),
    reload: async () => ({ ...(await viewpoints.editor.wordStyles.get.query()), id }),
    queryKey: ['wordStyles'],
    onSaved: () => toast.done('Saved. The next file is read by it.'),
  });
  const { draft, set, fieldError } = form;
  const change = (at: number, row: WordStyle | null) =>
    set('styles', row === null ? draft.styles.toSpliced(at, 1) : draft.styles.with(at, row));
  const disabled = !maySave.ok;
  return (
    <TableForm
      form={form}
      field="styles"
      name="Own styles"
      title="Own styles"
      description="They come before the built-in ones."
      decision={maySave}
      add="Add style"
      onAdd={() => set('styles', [...draft.styles, { style: '', becomes: 'paragraph' }])}
    >
      {draft.styles.length === 0 ? (
        <p className="text-ink-soft">
          None yet. Add the styles of your own templates, by the names that Word shows.
        </p>
      ) : null}
      {draft.styles.map((row, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
          key={at}
          className="flex flex-wrap items-end gap-2"
        >
          <legend className="sr-only">{row.style || 'New style'}</legend>
          <TextField
            className="min-w-48 flex-1"
            label="Style in Word"
            maxLength={100}
            value={row.style}
            onChange={(style) => change(at, { ...row, style })}
            error={fieldError(`styles.${at}.style`)}
            disabled={disabled}
          />
          <Select
            className="w-52"
            label="Becomes"
            value={row.becomes}
            onChange={(becomes) => change(at, { ...row, becomes })}
            options={targets}
            disabled={disabled}
          />
          <Button
            icon={Trash2}
            label={`Remove ${row.style || 'this style'}`}
            onClick={() => change(at, null)}
            disabled={disabled}
          />
        </fieldset>
      ))}
    </TableForm>
  );
}

function BuiltInStyles({ own }: { own: WordStyles }) {
  const changed = new Set(own.map(({ style }) => styleKey(style)));
  return (
    <Panel title="Built-in styles" description="Name one above to change what it becomes.">
      <Table label="Built-in styles" columns={['Style in Word', 'Becomes']}>
        {builtInWordStyles.map(({ style, becomes }) => (
          <Row key={style}>
            <Cell header>{style}</Cell>
            <Cell className={changed.has(styleKey(style)) ? 'text-ink-faint line-through' : ''}>
              {targetLabels[becomes]}
            </Cell>
          </Row>
        ))}
      </Table>
    </Panel>
  );
}
