'use client';

import { ActorKind } from '@viewpoints/domain/actors/actor';
import type { z } from 'zod';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { useListFilters } from '../filters/use-list-filters.ts';
import { RecordList } from '../records/record-list.tsx';
import { ListRow } from '../ui/list.tsx';
import { type Catalogue, type EntrySchema, labelsOf, type StoredEntry } from './catalogue.ts';
import { CataloguePage } from './catalogue-page.tsx';

/** The screen of a kind whose entries are listed by name, searched, and read page by page. */
export function CatalogueScreen<
  Schema extends EntrySchema,
  Stored extends z.output<Schema> & StoredEntry,
>(props: { catalogue: Catalogue<Schema, Stored> }) {
  const { catalogue } = props;
  const { plural, title, one } = labelsOf(catalogue.kind);
  const address = useFilters();
  const filters = useListFilters(plural, catalogue.filters ?? {}, ['name']);
  const { q } = filters.query;
  const ofKind = oneOf(ActorKind.options, filters.query.ofKind ?? null);
  const pages = usePages([plural, 'list', q, ofKind], (cursor) =>
    catalogue.api.list.query({
      limit: 50,
      ...(q ? { q } : {}),
      ...(ofKind ? { ofKind } : {}),
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  return (
    <CataloguePage catalogue={catalogue}>
      {(create) => (
        <>
          <FilterBar
            filters={filters}
            searchLabel={`Search ${plural}`}
            count={pages.count}
            noun={{ one, many: plural }}
          />
          <RecordList
            label={title}
            pages={pages}
            filtered={filters.filtered}
            onClear={filters.clear}
            icon={catalogue.icon}
            empty={{ title: `No ${plural} yet`, text: catalogue.empty, action: create }}
            row={(entry) => (
              <ListRow
                key={entry.id}
                title={entry.name}
                onOpen={() => address.set({ open: entry.id })}
                {...catalogue.row?.(entry)}
              />
            )}
          />
        </>
      )}
    </CataloguePage>
  );
}
