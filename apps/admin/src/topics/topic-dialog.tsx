'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import { viewpoints } from '../data/viewpoints.ts';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { suggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

const labels = { name: 'Name', slug: 'Address', description: 'Description', position: 'Place' };

export function TopicDialog(props: {
  topic: Topic | null;
  /** Where a new one goes: after the last. */
  position: number;
  name?: string;
  onClose: () => void;
  onSaved?: (topic: Topic) => void;
}) {
  const queries = useQueryClient();
  const mayEdit = useMay(props.topic ? 'topic.edit' : 'topic.create');
  const mayRemove = useMay('topic.remove');
  const form = useRecordForm({
    schema: TopicContent,
    record: props.topic,
    blank: {
      slug: suggestedSlug(props.name ?? ''),
      name: props.name ?? '',
      description: '',
      position: props.position,
    },
    create: (content) => viewpoints.editor.topics.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.topics.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.topics.get.query({ id }),
    queryKey: ['topics'],
    onSaved: (topic) => {
      toast.done(`Saved “${topic.name}”`);
      props.onSaved?.(topic);
      props.onClose();
    },
  });
  return (
    <RecordDialog
      title={props.topic?.name ?? 'New topic'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        props.topic
          ? {
              decision: mayRemove,
              consequence:
                'It leaves the navigation of the reading site, and its page with it. A topic under which articles are filed cannot be removed.',
              run: async () => {
                await viewpoints.editor.topics.remove.mutate({ id: props.topic?.id ?? '' });
                await queries.invalidateQueries({ queryKey: ['topics'] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path="/topics/" />
      <TextField
        label={labels.description}
        optional
        rows={3}
        maxLength={1000}
        hint="Shown at the top of the topic’s page."
        value={form.draft.description}
        onChange={(description) => form.set('description', description)}
        error={form.fieldError('description')}
      />
    </RecordDialog>
  );
}
