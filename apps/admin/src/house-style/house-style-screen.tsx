'use client';

import { useQuery } from '@tanstack/react-query';
import {
  type HouseRule,
  HouseStyle,
  type HouseStyleTable,
} from '@viewpoints/domain/advice/house-style';
import { Trash2 } from 'lucide-react';
import { z } from 'zod';
import { viewpoints } from '../data/viewpoints.ts';
import { TableForm } from '../records/table-form.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';

const Content = z.strictObject({ rules: HouseStyle });
const blank: HouseRule = { word: '', instead: '', language: null, why: '' };

/** Words that the journal does not use, and those that it does. */
export function HouseStyleScreen() {
  const table = useQuery({
    queryKey: ['houseStyle'],
    queryFn: () => viewpoints.editor.houseStyle.get.query(),
  });
  return (
    <Page
      title="House style"
      description="Words that the journal writes in another way. They are looked for in every article, and shown under Publish. None of them prevents publishing."
    >
      {table.error ? (
        <ErrorNote error={table.error} onRetry={() => void table.refetch()} />
      ) : table.data ? (
        <HouseStyleForm key="form" table={table.data} />
      ) : (
        <Panel>
          <SkeletonRows />
        </Panel>
      )}
    </Page>
  );
}

function HouseStyleForm({ table }: { table: HouseStyleTable }) {
  const maySave = useMay('house_style.edit');
  // There is one house style, so its id is a constant, which the form requires.
  const id = 'house-style';
  const form = useRecordForm({
    schema: Content,
    record: { ...table, id },
    blank: { rules: table.rules },
    create: async () => ({ ...table, id }),
    save: async (_id, seen, { rules }) => ({
      ...(await viewpoints.editor.houseStyle.save.mutate({ seen, rules })),
      id,
    }),
    reload: async () => ({ ...(await viewpoints.editor.houseStyle.get.query()), id }),
    queryKey: ['houseStyle'],
    onSaved: () => toast.done('Saved. Articles are checked by it.'),
  });
  const { draft, set, fieldError } = form;
  const disabled = !maySave.ok;
  return (
    <TableForm
      form={form}
      field="rules"
      name="House style"
      decision={maySave}
      add="Add word"
      onAdd={() => set('rules', [...draft.rules, blank])}
    >
      {draft.rules.length === 0 ? (
        <p className="text-ink-soft">
          None yet. A word in small letters is found however it is written; one with a capital only
          like that.
        </p>
      ) : null}
      {draft.rules.map((rule, at) => (
        <RuleFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
          key={at}
          rule={rule}
          disabled={disabled}
          error={(field) => fieldError(`rules.${at}.${field}`)}
          onChange={(next) => set('rules', draft.rules.with(at, next))}
          onRemove={() => set('rules', draft.rules.toSpliced(at, 1))}
        />
      ))}
    </TableForm>
  );
}

function RuleFields(props: {
  rule: HouseRule;
  disabled: boolean;
  error: (field: keyof HouseRule) => string | null;
  onChange: (rule: HouseRule) => void;
  onRemove: () => void;
}) {
  const { rule, disabled, error, onChange } = props;
  return (
    <fieldset className="flex flex-wrap items-end gap-2 border-b border-line pb-4 last-of-type:border-0 last-of-type:pb-0">
      <legend className="sr-only">{rule.word || 'New word'}</legend>
      <TextField
        className="min-w-36 flex-1"
        label="Not"
        maxLength={100}
        value={rule.word}
        onChange={(word) => onChange({ ...rule, word })}
        error={error('word')}
        disabled={disabled}
      />
      <TextField
        className="min-w-36 flex-1"
        label="Instead"
        maxLength={100}
        value={rule.instead}
        onChange={(instead) => onChange({ ...rule, instead })}
        error={error('instead')}
        disabled={disabled}
      />
      <TextField
        className="w-24"
        label="Language"
        placeholder="All"
        maxLength={20}
        value={rule.language ?? ''}
        onChange={(tag) => onChange({ ...rule, language: tag.trim() || null })}
        error={error('language')}
        disabled={disabled}
        dir="ltr"
      />
      <TextField
        className="min-w-44 flex-[2]"
        label="Why"
        maxLength={300}
        value={rule.why}
        onChange={(why) => onChange({ ...rule, why })}
        error={error('why')}
        disabled={disabled}
      />
      <Button
        icon={Trash2}
        label={`Remove ${rule.word || 'this word'}`}
        onClick={props.onRemove}
        disabled={disabled}
      />
    </fieldset>
  );
}
