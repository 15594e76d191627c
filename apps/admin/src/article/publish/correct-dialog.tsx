'use client';

import { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { checkInput } from '../../data/check-input.ts';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { optionsOf, severities } from '../../words.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { useSuggestedNotices } from './use-suggested-notices.ts';

const Corrections = z.array(CorrectionContent).min(1).max(20);
const blank: CorrectionContent = {
  was: '',
  now: '',
  why: '',
  severity: 'correction',
  findingId: null,
};

/**
 * What readers are told was wrong and, if it helps, what it was and is now; publishes the next version
 * with it. Begins with what changed since the version they have.
 */
export function CorrectDialog(props: { session: ArticleSession; onClose: () => void }) {
  const suggested = useSuggestedNotices(props.session);
  return suggested === null ? null : <CorrectForm {...props} suggested={suggested} />;
}

function CorrectForm(props: {
  session: ArticleSession;
  onClose: () => void;
  suggested: readonly CorrectionContent[];
}) {
  const { session, suggested } = props;
  const [rows, setRows] = useState<CorrectionContent[]>([suggested[0] ?? blank]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const correct = async () => {
    setBusy(true);
    setError(null);
    try {
      const corrections = checkInput(Corrections, rows);
      await session.after(() =>
        viewpoints.editor.articles.correct.mutate({ id: session.id, corrections }),
      );
      toast.done('Published with its correction.');
      props.onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title="Publish with a correction"
      description="Readers have the approved version at once, with each notice under it and on the page of corrections, for good."
      footer={
        <>
          <Button
            variant="quiet"
            icon={Plus}
            onClick={() => setRows([...rows, suggested[rows.length] ?? blank])}
          >
            Another notice
          </Button>
          <Button type="submit" form="correct" variant="primary" busy={busy}>
            Publish the correction
          </Button>
        </>
      }
    >
      <Form
        id="correct"
        error={error}
        onSubmit={() => {
          if (!busy) void correct();
        }}
        className="grid gap-5"
      >
        {error ? <ErrorNote error={error} /> : null}
        {rows.map((row, index) => (
          <CorrectionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity yet and are only added at the end.
            key={index}
            session={session}
            row={row}
            errorAt={(field) => reasonFor(error, `${index}.${field}`)}
            onChange={(next) => setRows(rows.map((old, at) => (at === index ? next : old)))}
          />
        ))}
      </Form>
    </Dialog>
  );
}

function CorrectionFields(props: {
  session: ArticleSession;
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
        label="It was"
        optional
        rows={2}
        value={row.was}
        onChange={(was) => onChange({ ...row, was })}
        maxLength={2000}
        error={errorAt('was')}
      />
      <TextField
        label="It is now"
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
