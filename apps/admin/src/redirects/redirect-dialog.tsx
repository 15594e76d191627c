'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type Redirect, RedirectContent } from '@viewpoints/domain/redirects/redirect';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordDialog } from '../records/record-dialog.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';

const labels = { from: 'From', to: 'To' };

/** A redirect, new or opened. It holds for readers as soon as it is saved. */
export function RedirectDialog(props: { redirect: Redirect | null; onClose: () => void }) {
  const { redirect } = props;
  const api = viewpoints.editor.redirects;
  const queries = useQueryClient();
  const mayEdit = useMay('redirect.edit');
  const mayRemove = useMay('redirect.remove');
  const form = useRecordForm({
    schema: RedirectContent,
    record: redirect,
    blank: { from: '', to: '' },
    create: (content) => api.add.mutate({ content }),
    save: (id, seen, content) => api.save.mutate({ id, seen, content }),
    reload: (id) => api.get.query({ id }),
    queryKey: ['redirects'],
    onSaved: ({ from, to, target }) => {
      toast.done(`${from} leads to ${target}${target === to ? '' : `, by way of ${to}`}`);
      props.onClose();
    },
  });
  const { draft, set, fieldError } = form;
  return (
    <RecordDialog
      title={redirect?.from ?? 'New redirect'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={{
        decision: mayRemove,
        consequence: 'Readers are no longer sent on, and links to the address break.',
        run: async () => {
          await api.remove.mutate({ id: redirect?.id ?? '' });
          await queries.invalidateQueries({ queryKey: ['redirects'] });
        },
      }}
    >
      <TextField
        label={labels.from}
        required
        autoFocus={form.isNew}
        dir="ltr"
        placeholder="/2019/04/ports"
        hint="A path of this site. A query counts if it is given."
        value={draft.from}
        onChange={(from) => set('from', from)}
        error={fieldError('from')}
      />
      <TextField
        label={labels.to}
        required
        dir="ltr"
        placeholder="/articles/ports"
        hint="A path of this site, or an address elsewhere that begins with https://."
        value={draft.to}
        onChange={(to) => set('to', to)}
        error={fieldError('to')}
      />
    </RecordDialog>
  );
}
