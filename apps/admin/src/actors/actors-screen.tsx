'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { actorKinds } from '../words.ts';
import { ActorDialog } from './actor-dialog.tsx';

export function ActorsScreen() {
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const opened = filters.get('open');
  const mayCreate = useMay('actor.create');
  const pages = usePages(['actors', 'list', q], (cursor) =>
    viewpoints.editor.actors.list.query({
      limit: 50,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const record = useQuery({
    queryKey: ['actors', 'one', opened],
    queryFn: () => viewpoints.editor.actors.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => filters.set({ open: null });
  const create = (
    <Button
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      New actor
    </Button>
  );

  return (
    <Page
      title="Actors"
      description="Persons, groups, states, organisations and offices to whom positions belong."
      actions={create}
    >
      <SearchField
        label="Search actors"
        value={q}
        onChange={(next) => filters.set({ q: next })}
        className="mb-3 sm:max-w-80"
      />
      <RecordList
        label="Actors"
        pages={pages}
        filtered={q !== ''}
        onClear={() => filters.set({ q: null })}
        icon={Users}
        empty={{
          title: 'No actors yet',
          text: 'They are created as findings are recorded, or here, one by one.',
          action: create,
        }}
        row={(actor) => (
          <ListRow
            key={actor.id}
            title={actor.name}
            onOpen={() => filters.set({ open: actor.id })}
            badges={<Badge>{actorKinds[actor.kind]}</Badge>}
            meta={
              <>
                {actor.aliases.length > 0 ? (
                  <span dir="auto">{actor.aliases.join(', ')}</span>
                ) : null}
                {actor.description ? (
                  <span className="line-clamp-1">{actor.description}</span>
                ) : null}
              </>
            }
          />
        )}
      />
      <OpenedRecord kind="actor" opened={opened} query={record} onClose={close}>
        {(actor) => <ActorDialog key={actor?.id ?? 'new'} actor={actor} onClose={close} />}
      </OpenedRecord>
    </Page>
  );
}
