'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import { viewpoints } from '../data/viewpoints.ts';
import { NameAndSlug } from '../records/name-and-slug.tsx';
import { RecordDialog } from '../records/record-dialog.tsx';
import { searchActors } from '../records/record-options.ts';
import { suggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Combobox } from '../ui/combobox.tsx';
import { LinesField } from '../ui/lines-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { actorKinds, optionsOf } from '../words.ts';

const labels = {
  name: 'Name',
  slug: 'Address',
  kind: 'Kind',
  aliases: 'Also known as',
  partOfId: 'Part of',
  wikidataId: 'Wikidata id',
  description: 'Description',
  note: 'Note for the desk',
};

/** Who holds positions: made or changed. `name` starts a new one, e.g. from a combobox. */
export function ActorDialog(props: {
  actor: Actor | null;
  name?: string;
  onClose: () => void;
  onSaved?: (actor: Actor) => void;
}) {
  const queries = useQueryClient();
  const mayEdit = useMay(props.actor ? 'actor.edit' : 'actor.create');
  const mayRemove = useMay('actor.remove');
  const form = useRecordForm({
    schema: ActorContent,
    record: props.actor,
    blank: {
      slug: suggestedSlug(props.name ?? ''),
      kind: 'group',
      name: props.name ?? '',
      aliases: [],
      partOfId: null,
      wikidataId: null,
      description: '',
      note: '',
    } satisfies ActorContent,
    create: (content) => viewpoints.editor.actors.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.actors.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.actors.get.query({ id }),
    queryKey: ['actors'],
    onSaved: (actor) => {
      toast.done(`Saved “${actor.name}”`);
      props.onSaved?.(actor);
      props.onClose();
    },
  });
  const { draft, set, fieldError } = form;
  const whole = useQuery({
    queryKey: ['actors', 'one', draft.partOfId],
    queryFn: () => viewpoints.editor.actors.get.query({ id: draft.partOfId ?? '' }),
    enabled: draft.partOfId !== null,
  });

  return (
    <RecordDialog
      title={props.actor?.name ?? 'New actor'}
      form={form}
      labels={labels}
      mayEdit={mayEdit}
      onClose={props.onClose}
      remove={
        props.actor
          ? {
              decision: mayRemove,
              consequence:
                'It disappears from lists and suggestions. An actor to whom findings belong cannot be removed.',
              run: async () => {
                await viewpoints.editor.actors.remove.mutate({ id: props.actor?.id ?? '' });
                await queries.invalidateQueries({ queryKey: ['actors'] });
              },
            }
          : undefined
      }
    >
      <NameAndSlug form={form} path="/actors/" />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={labels.kind}
          value={draft.kind}
          onChange={(kind) => set('kind', kind)}
          options={optionsOf(actorKinds)}
        />
        <Combobox
          label={labels.partOfId}
          optional
          value={draft.partOfId ? { id: draft.partOfId, label: whole.data?.name ?? '…' } : null}
          search={async (q) => (await searchActors(q)).filter(({ id }) => id !== props.actor?.id)}
          onChange={(option) => set('partOfId', option?.id ?? null)}
          error={fieldError('partOfId')}
        />
      </div>
      <LinesField
        label={labels.aliases}
        optional
        hint="One a line. Found by search and suggested where a finding names them."
        value={draft.aliases}
        onChange={(aliases) => set('aliases', aliases)}
        error={fieldError('aliases')}
      />
      <TextField
        label={labels.description}
        optional
        rows={2}
        maxLength={1000}
        hint="For readers: who this is, in a sentence or two."
        value={draft.description}
        onChange={(description) => set('description', description)}
        error={fieldError('description')}
      />
      <TextField
        label={labels.wikidataId}
        optional
        placeholder="Q1234"
        value={draft.wikidataId ?? ''}
        onChange={(id) => set('wikidataId', id.trim() || null)}
        error={fieldError('wikidataId')}
        dir="ltr"
      />
      <TextField
        label={labels.note}
        optional
        rows={2}
        hint="Never leaves the desk."
        value={draft.note}
        onChange={(note) => set('note', note)}
        error={fieldError('note')}
      />
    </RecordDialog>
  );
}
