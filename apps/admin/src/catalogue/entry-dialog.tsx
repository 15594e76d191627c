'use client';

import { useQueryClient } from '@tanstack/react-query';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { z } from 'zod';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { toastTrashed } from '../trash/restore.ts';
import { toast } from '../ui/toast.ts';
import { type Catalogue, type EntrySchema, labelsOf, type StoredEntry } from './catalogue.ts';

/** One entry, new or opened: its fields, saving, a conflict with another's save, removing. */
export function EntryDialog<
  Schema extends EntrySchema,
  Stored extends z.output<Schema> & StoredEntry,
>(props: {
  catalogue: Catalogue<Schema, Stored>;
  entry: Stored | null;
  /** Initial values of a new entry. */
  given: Partial<z.output<Schema>> | undefined;
  onClose: () => void;
}) {
  const { catalogue, entry } = props;
  const { kind, api, Fields } = catalogue;
  const { plural, one } = labelsOf(kind);
  const queries = useQueryClient();
  const mayEdit = useMay(entry ? `${kind}.edit` : `${kind}.create`);
  const mayRemove = useMay(`${kind}.remove`);
  const form = useRecordForm({
    schema: catalogue.schema,
    record: entry,
    blank: { ...catalogue.blank({ slug: '', name: '' }), ...props.given },
    create: (content) => api.create.mutate(content),
    save: (id, seen, content) => api.save.mutate({ id, seen, content }),
    reload: (id) => api.get.query({ id }),
    queryKey: [plural],
    onSaved: (saved) => {
      toast.done(`Saved “${saved.name}”`);
      props.onClose();
    },
  });
  const path = kinds[kind].path;
  return (
    <RecordDialog
      title={entry?.name ?? `New ${one}`}
      form={form}
      labels={{ name: 'Name', slug: 'Address', ...catalogue.labels }}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        entry
          ? {
              decision: mayRemove,
              consequence: `${catalogue.removal} It can be restored from the trash for 30 days.`,
              run: async () => {
                await api.remove.mutate({ id: entry.id });
                toastTrashed(queries, entry);
                await queries.invalidateQueries({ queryKey: [plural] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path={path === null ? null : `/${path}/`} />
      <Fields form={form} entry={entry} disabled={!mayEdit.ok} />
    </RecordDialog>
  );
}
