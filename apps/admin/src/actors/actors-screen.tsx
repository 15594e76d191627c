'use client';

import { type Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import { Users } from 'lucide-react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CatalogueScreen } from '../catalogue/catalogue-screen.tsx';
import { ParentField } from '../catalogue/parent-field.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { choice } from '../filters/list-filters.ts';
import { actorKinds } from '../labels.ts';
import { optionsOf } from '../options-of.ts';
import { searchActors } from '../records/record-options.ts';
import { Badge } from '../ui/badge.tsx';
import { LinesField } from '../ui/lines-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

const labels = {
  kind: 'Kind',
  aliases: 'Also known as',
  partOfId: 'Part of',
  wikidataId: 'Wikidata id',
  description: 'Description',
  note: 'Desk note',
};

const actors: Catalogue<typeof ActorContent, Actor> = {
  kind: 'actor',
  icon: Users,
  api: viewpoints.editor.actors,
  schema: ActorContent,
  description: 'People, groups, states, organisations and offices that hold positions.',
  empty: 'They are created as findings are recorded, or here, one by one.',
  removal:
    'It disappears from lists and suggestions. An actor to whom findings belong cannot be removed.',
  blank: (named) => ({
    ...named,
    kind: 'group',
    aliases: [],
    partOfId: null,
    wikidataId: null,
    description: '',
    note: '',
  }),
  labels,
  filters: { ofKind: { ...choice('Kind', 'Any kind', actorKinds), isMain: true } },
  Fields: ({ form: { draft, set, fieldError }, entry }) => (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={labels.kind}
          value={draft.kind}
          onChange={(kind) => set('kind', kind)}
          options={optionsOf(actorKinds)}
        />
        <ParentField
          kind="actor"
          label={labels.partOfId}
          get={viewpoints.editor.actors.get}
          search={searchActors}
          entry={entry}
          value={draft.partOfId}
          onChange={(id) => set('partOfId', id)}
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
    </>
  ),
  row: ({ kind, aliases, description }) => ({
    badges: <Badge>{actorKinds[kind]}</Badge>,
    meta: (
      <>
        {aliases.length > 0 ? <span dir="auto">{aliases.join(', ')}</span> : null}
        {description ? <span className="line-clamp-1">{description}</span> : null}
      </>
    ),
  }),
};

export function ActorsScreen() {
  return <CatalogueScreen catalogue={actors} />;
}
