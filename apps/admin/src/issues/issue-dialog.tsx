'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Issue, IssueContent } from '@viewpoints/domain/issues/issue';
import { viewpoints } from '../data/viewpoints.ts';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { searchIssues } from '../records/record-options.ts';
import { suggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Combobox } from '../ui/combobox.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

const labels = {
  name: 'Name',
  slug: 'Address',
  parentId: 'Part of',
  description: 'Description',
};

/** What positions are about: made or changed. */
export function IssueDialog(props: {
  issue: Issue | null;
  name?: string;
  parentId?: string | null;
  onClose: () => void;
  onSaved?: (issue: Issue) => void;
}) {
  const queries = useQueryClient();
  const mayEdit = useMay(props.issue ? 'issue.edit' : 'issue.create');
  const mayRemove = useMay('issue.remove');
  const form = useRecordForm({
    schema: IssueContent,
    record: props.issue,
    blank: {
      slug: suggestedSlug(props.name ?? ''),
      name: props.name ?? '',
      description: '',
      parentId: props.parentId ?? null,
    },
    create: (content) => viewpoints.editor.issues.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.issues.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.issues.get.query({ id }),
    queryKey: ['issues'],
    onSaved: (issue) => {
      toast.done(`Saved “${issue.name}”`);
      props.onSaved?.(issue);
      props.onClose();
    },
  });
  const { draft, set, fieldError } = form;
  const parent = useQuery({
    queryKey: ['issues', 'one', draft.parentId],
    queryFn: () => viewpoints.editor.issues.get.query({ id: draft.parentId ?? '' }),
    enabled: draft.parentId !== null,
  });

  return (
    <RecordDialog
      title={props.issue?.name ?? 'New issue'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        props.issue
          ? {
              decision: mayRemove,
              consequence:
                'It disappears from the tree and from suggestions. An issue with findings, or with issues beneath it, cannot be removed.',
              run: async () => {
                await viewpoints.editor.issues.remove.mutate({ id: props.issue?.id ?? '' });
                await queries.invalidateQueries({ queryKey: ['issues'] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path="/issues/" />
      <Combobox
        label={labels.parentId}
        optional
        hint="“Foreign bases” lies under “Foreign forces”."
        value={draft.parentId ? { id: draft.parentId, label: parent.data?.name ?? '…' } : null}
        search={async (q) => (await searchIssues(q)).filter(({ id }) => id !== props.issue?.id)}
        onChange={(option) => set('parentId', option?.id ?? null)}
        error={fieldError('parentId')}
      />
      <TextField
        label={labels.description}
        optional
        rows={3}
        maxLength={1000}
        hint="For readers: what is in question, without taking a side."
        value={draft.description}
        onChange={(description) => set('description', description)}
        error={fieldError('description')}
      />
    </RecordDialog>
  );
}
