'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type Series, SeriesContent } from '@viewpoints/domain/series/series';
import { viewpoints } from '../data/viewpoints.ts';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { suggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';

const labels = { name: 'Name', slug: 'Address', about: 'About', complete: 'Complete' };

export function SeriesDialog(props: {
  series: Series | null;
  name?: string;
  onClose: () => void;
  onSaved?: (series: Series) => void;
}) {
  const queries = useQueryClient();
  const mayEdit = useMay(props.series ? 'series.edit' : 'series.create');
  const mayRemove = useMay('series.remove');
  const form = useRecordForm({
    schema: SeriesContent,
    record: props.series,
    blank: {
      slug: suggestedSlug(props.name ?? ''),
      name: props.name ?? '',
      about: '',
      complete: false,
    },
    create: (content) => viewpoints.editor.series.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.series.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.series.get.query({ id }),
    queryKey: ['series'],
    onSaved: (series) => {
      toast.done(`Saved “${series.name}”`);
      props.onSaved?.(series);
      props.onClose();
    },
  });
  return (
    <RecordDialog
      title={props.series?.name ?? 'New series'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        props.series
          ? {
              decision: mayRemove,
              consequence:
                'Its page disappears. A series that an article is a part of cannot be removed.',
              run: async () => {
                await viewpoints.editor.series.remove.mutate({ id: props.series?.id ?? '' });
                await queries.invalidateQueries({ queryKey: ['series'] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path="/series/" />
      <TextField
        label={labels.about}
        optional
        rows={3}
        maxLength={1000}
        hint="Shown at the top of the series’ page."
        value={form.draft.about}
        onChange={(about) => form.set('about', about)}
        error={form.fieldError('about')}
      />
      <Switch
        label="Complete"
        hint="No part is to come. Until then readers are told “so far”."
        checked={form.draft.complete}
        onChange={(complete) => form.set('complete', complete)}
        disabled={!mayEdit.ok}
      />
    </RecordDialog>
  );
}
