'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { Chart, ChartKind } from '@viewpoints/domain/document/blocks/chart';
import { useRef, useState } from 'react';
import { Select } from '../../ui/select.tsx';
import { Checkbox } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useLeaving } from '../../ui/use-leaving.tsx';
import type { BlockRequest } from '../editor/editor-actions.ts';
import { ownAttributes } from '../editor/read-document.ts';
import { BlockDialog } from '../media/block-dialog.tsx';
import { type ChartForm, emptyForm, formOf, readForm } from './chart-form.ts';
import { ChartGrid } from './chart-grid.tsx';
import { pasteCells, sharesIn } from './chart-grid-cells.ts';
import { ChartPreview } from './chart-preview.tsx';
import { readPastedTable } from './pasted-table.ts';
import type { DecimalSign } from './written-numbers.ts';

const kindLabels: Readonly<Record<ChartKind, string>> = {
  ...{ bars: 'Bars', dots: 'Dots', lines: 'Lines', ranges: 'Ranges' },
};
const kindHints: Readonly<Record<ChartKind, string>> = {
  bars: 'Amounts side by side',
  dots: 'Values that do not begin at zero, or before and after',
  lines: 'What changes over time',
  ranges: 'From a lowest to a highest value',
};
const kindOptions = ChartKind.options.map((value) => ({
  ...{ value, label: kindLabels[value], hint: kindHints[value] },
}));
const decimalSigns = [
  { value: null, label: 'As written' },
  { value: '.' as const, label: 'Point: 1.5' },
  { value: ',' as const, label: 'Comma: 1,5' },
];

/** Asks the user for the words and numbers of a chart, and shows what readers will see. */
export function ChartDialog(props: { editor: Editor; request: BlockRequest; onClose: () => void }) {
  const { editor, request } = props;
  const [known] = useState(() => knownChart(editor, request));
  const [first] = useState(() => (known === null ? emptyForm : formOf(known.attrs)));
  const [id] = useState(() =>
    known === null || known.isCopy ? crypto.randomUUID() : known.attrs.id,
  );
  const [form, setForm] = useState(first);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const isChanged = JSON.stringify(form) !== JSON.stringify(first);
  const { leave, question } = useLeaving(isChanged, props.onClose);
  const read = readForm(form, id);
  const set = (change: Partial<ChartForm>) => setForm((now) => ({ ...now, ...change }));
  const typed = read.cells.filter(({ row, column }) => form.cells[row]?.[column]);
  const error = (field: keyof typeof read.fields) => (tried ? (read.fields[field] ?? null) : null);

  const paste = (row: number, column: number, text: string) => {
    const table = readPastedTable(text);
    if ('problem' in table) return setRefused(table.problem);
    const isWhole = row === 0 && column === 0;
    const shares = isWhole && form.unit.trim() === '' ? sharesIn(table.cells) : null;
    const cells = pasteCells(form.cells, row, column, shares ?? table.cells);
    if (cells === null)
      return setRefused(
        'That does not fit: a chart has 200 rows and 6 columns of numbers at most.',
      );
    setRefused(null);
    set({
      cells,
      ...(isWhole ? { decimal: null } : {}),
      ...(shares === null ? {} : { unit: '%' }),
    });
  };

  const done = () => {
    setTried(true);
    const { chart } = read;
    if (chart === null) {
      const { form } = titleField.current ?? {};
      requestAnimationFrame(() =>
        form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    props.onClose();
    requestAnimationFrame(() => place(editor, request, chart));
  };

  return (
    <BlockDialog
      title={request.kind === 'new' ? 'Chart' : 'Change the chart'}
      isNew={request.kind === 'new'}
      size="lg"
      busy={false}
      error={null}
      initialFocus={titleField}
      onSubmit={done}
      onLeave={leave}
      nested={question}
    >
      <TextField
        label="Title"
        hint="What it is about, or what it shows."
        value={form.title}
        onChange={(title) => set({ title })}
        maxLength={200}
        ref={titleField}
        required
        error={error('title')}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label="Kind"
          value={form.kind}
          onChange={(kind) => set({ kind })}
          options={kindOptions}
        />
        <TextField
          label="Unit"
          optional
          hint="Of all numbers: %, metres."
          value={form.unit}
          onChange={(unit) => set({ unit })}
          maxLength={40}
          error={error('unit')}
        />
        <Select<DecimalSign>
          label="Decimal sign"
          value={form.decimal}
          onChange={(decimal) => set({ decimal })}
          options={decimalSigns}
        />
      </div>
      {form.kind === 'bars' ? null : (
        <Checkbox
          label="Begin at zero"
          hint="Bars always do."
          checked={form.fromZero}
          onChange={(fromZero) => set({ fromZero })}
        />
      )}
      <ChartGrid
        cells={form.cells}
        onChange={(cells) => {
          setRefused(null);
          set({ cells });
        }}
        onPaste={paste}
        problems={tried ? read.cells : typed}
        refused={refused}
      />
      <TextField
        label="Description"
        hint="What it shows, in a sentence or two, for those who cannot see it."
        value={form.description}
        onChange={(description) => set({ description })}
        rows={2}
        maxLength={1000}
        required
        error={error('description')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Source"
          hint="Where the numbers are from."
          value={form.source}
          onChange={(source) => set({ source })}
          maxLength={300}
          required
          error={error('source')}
        />
        <TextField
          label="Source address"
          type="url"
          optional
          value={form.sourceUrl}
          onChange={(sourceUrl) => set({ sourceUrl })}
          error={error('sourceUrl')}
        />
      </div>
      <TextField
        label="Note"
        optional
        hint="How it was counted, what is missing."
        value={form.note}
        onChange={(note) => set({ note })}
        maxLength={600}
        error={error('note')}
      />
      <section aria-label="Preview" className="rounded-md border border-line p-4">
        {read.drawn === null ? (
          <p className="text-sm text-ink-faint">
            The chart is drawn here once its columns and rows have names and each number is read.
          </p>
        ) : (
          <ChartPreview chart={read.drawn} language={editor.view.dom.lang || 'en'} />
        )}
      </section>
    </BlockDialog>
  );
}

/** The chart to be changed, and whether it is a copy: a copy is given a new id when it is changed. */
function knownChart(editor: Editor, request: BlockRequest) {
  const node = request.kind === 'edit' ? editor.state.doc.nodeAt(request.position) : null;
  if (node?.type.name !== 'chart') return null;
  const attrs = Chart.shape.attrs.parse(ownAttributes(node));
  let isCopy = false;
  editor.state.doc.descendants((each) => {
    if (each !== node && each.type === node.type && each.attrs.id === attrs.id) isCopy = true;
  });
  return { attrs, isCopy };
}

function place(editor: Editor, request: BlockRequest, attrs: Chart['attrs']): void {
  if (request.kind === 'new') {
    editor.chain().focus().insertContent({ type: 'chart', attrs }).scrollIntoView().run();
    return;
  }
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const node = tr.doc.nodeAt(request.position);
      if (node?.type.name !== 'chart') return false;
      tr.setNodeMarkup(request.position, null, { ...node.attrs, ...attrs });
      tr.setSelection(NodeSelection.create(tr.doc, request.position));
      return true;
    })
    .run();
}
