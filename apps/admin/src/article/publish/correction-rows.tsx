'use client';

import { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { Plus } from 'lucide-react';
import { z } from 'zod';
import { reasonFor } from '../../data/problem.ts';
import { severities } from '../../form-labels.ts';
import { optionsOf } from '../../options-of.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ChangedArticle } from './use-suggested-notices.ts';

/** The notices of one version. */
export const Corrections = z.array(CorrectionContent).min(1).max(20);

const blank: CorrectionContent = {
  ...{ was: '', now: '', why: '' },
  ...{ severity: 'correction', findingId: null },
};

type Rows = CorrectionContent[];

/** A notice to begin with: what is suggested for this place, or an empty one. */
export const noticeAt = (suggested: readonly CorrectionContent[], index: number) =>
  suggested[index] ?? blank;

/** The fields of each notice. Reasons name them by their place, with or without `corrections.` before it. */
export function CorrectionRows(props: {
  session: ChangedArticle;
  rows: Rows;
  onChange: (rows: Rows) => void;
  error: unknown;
}) {
  const { session, rows, onChange, error } = props;
  return rows.map((row, index) => (
    <CorrectionFields
      // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity yet and are only added at the end.
      key={index}
      session={session}
      row={row}
      errorAt={(field) =>
        reasonFor(error, `${index}.${field}`) ?? reasonFor(error, `corrections.${index}.${field}`)
      }
      onChange={(next) => onChange(rows.map((old, at) => (at === index ? next : old)))}
    />
  ));
}

/** The button that adds a notice. */
export function AnotherNotice(props: { onAdd: () => void }) {
  return (
    <Button variant="quiet" icon={Plus} onClick={props.onAdd}>
      Another notice
    </Button>
  );
}

function CorrectionFields(props: {
  session: ChangedArticle;
  row: CorrectionContent;
  errorAt: (field: string) => string | null;
  onChange: (row: CorrectionContent) => void;
}) {
  const { row, onChange, errorAt } = props;
  const findings = props.session.data.findings.filter(({ state }) => state !== 'rejected');
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <TextField
        className="sm:col-span-2"
        label="Notice"
        hint="What was wrong and why. One sentence can be all of it."
        value={row.why}
        onChange={(why) => onChange({ ...row, why })}
        maxLength={1000}
        error={errorAt('why')}
      />
      <TextField
        label="Original"
        optional
        rows={2}
        value={row.was}
        onChange={(was) => onChange({ ...row, was })}
        maxLength={2000}
        error={errorAt('was')}
      />
      <TextField
        label="Corrected"
        optional
        rows={2}
        value={row.now}
        onChange={(now) => onChange({ ...row, now })}
        maxLength={2000}
        error={errorAt('now')}
      />
      <Select
        label="Severity"
        value={row.severity}
        onChange={(severity) => onChange({ ...row, severity })}
        options={optionsOf(severities)}
      />
      <Select<string | null>
        label="Corrected finding"
        value={row.findingId}
        onChange={(findingId) => onChange({ ...row, findingId })}
        options={[
          { value: null, label: 'None' },
          ...findings.map(({ id, number, proposition }) => ({
            value: id,
            label: `${number}. ${proposition}`,
          })),
        ]}
      />
    </div>
  );
}
