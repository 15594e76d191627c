'use client';

import { useMutation } from '@tanstack/react-query';
import type { Source } from '@viewpoints/domain/sources/source';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { DateTimePicker } from '../ui/date-time-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { deviceZone } from '../ui/zoned-time.ts';

export function WaiverDialog(props: {
  source: Source;
  onClose: () => void;
  onRecorded: () => void;
}) {
  const { source } = props;
  const [participantId, setParticipantId] = useState<string | null>(null);
  const [covers, setCovers] = useState<'identity' | 'statements'>('identity');
  const [grantedBy, setGrantedBy] = useState('');
  const [basis, setBasis] = useState('');
  const [grantedAt, setGrantedAt] = useState<string | null>(() => new Date().toISOString());
  const { ownTimeZone } = useSession().me;
  const [zone, setZone] = useState(ownTimeZone ?? deviceZone());
  const record = useMutation({
    mutationFn: () =>
      viewpoints.editor.sources.waivers.record.mutate({
        sourceId: source.id,
        participantId,
        covers,
        grantedBy: grantedBy.trim(),
        basis: basis.trim(),
        grantedAt: grantedAt ?? '',
      }),
    onSuccess: () => {
      toast.done('Recorded. A publisher signs it off before it counts.');
      props.onRecorded();
      props.onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Record a waiver"
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="waiver"
            variant="primary"
            busy={record.isPending}
            disabled={grantedBy.trim() === '' || basis.trim() === '' || grantedAt === null}
          >
            Record
          </Button>
        </>
      }
    >
      <Form
        id="waiver"
        className="space-y-4"
        error={record.error}
        onSubmit={() => {
          if (!record.isPending) record.mutate();
        }}
      >
        {record.error ? <ErrorNote error={record.error} /> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="For whom"
            value={participantId}
            onChange={setParticipantId}
            options={[
              { value: null, label: 'Everybody there' },
              ...source.participants.map(({ id, name, affiliation }) => ({
                value: id,
                label: name,
                ...(affiliation ? { hint: affiliation } : {}),
              })),
            ]}
            error={reasonFor(record.error, 'participantId')}
          />
          <Select
            label="What it allows"
            value={covers}
            onChange={setCovers}
            options={[
              { value: 'identity', label: 'Naming them' },
              { value: 'statements', label: 'Quoting them' },
            ]}
          />
        </div>
        <TextField
          label="Granted by"
          required
          maxLength={200}
          hint="Protected. Who said yes, in words."
          value={grantedBy}
          onChange={setGrantedBy}
          error={reasonFor(record.error, 'grantedBy')}
        />
        <TextField
          label="How you know"
          required
          rows={2}
          maxLength={500}
          placeholder="E-mail of 14 May, kept in the file"
          value={basis}
          onChange={setBasis}
          error={reasonFor(record.error, 'basis')}
        />
        <DateTimePicker
          label="When"
          value={grantedAt}
          timeZone={zone}
          onChange={(at, newZone) => {
            setGrantedAt(at);
            setZone(newZone);
          }}
          error={reasonFor(record.error, 'grantedAt')}
        />
      </Form>
    </Dialog>
  );
}
