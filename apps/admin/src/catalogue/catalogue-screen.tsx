'use client';

import type { z } from 'zod';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { RecordList } from '../records/record-list.tsx';
import { ListRow } from '../ui/list.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { type Catalogue, type EntrySchema, type StoredEntry, wordsOf } from './catalogue.ts';
import { CataloguePage } from './catalogue-page.tsx';

/** The screen of a kind whose entries are listed by name, searched, and read page by page. */
export function CatalogueScreen<
  Schema extends EntrySchema,
  Stored extends z.output<Schema> & StoredEntry,
>(props: { catalogue: Catalogue<Schema, Stored> }) {
  const { catalogue } = props;
  const { plural, title } = wordsOf(catalogue.kind);
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const pages = usePages([plural, 'list', q], (cursor) =>
    catalogue.api.list.query({
      limit: 50,
      ...(q ? { q } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  return (
    <CataloguePage catalogue={catalogue}>
      {(create) => (
        <>
          <SearchField
            label={`Search ${plural}`}
            value={q}
            onChange={(next) => filters.set({ q: next })}
            className="mb-3 sm:max-w-80"
          />
          <RecordList
            label={title}
            pages={pages}
            filtered={q !== ''}
            onClear={() => filters.set({ q: null })}
            icon={catalogue.icon}
            empty={{ title: `No ${plural} yet`, text: catalogue.empty, action: create }}
            row={(entry) => (
              <ListRow
                key={entry.id}
                title={entry.name}
                onOpen={() => filters.set({ open: entry.id })}
                {...catalogue.row?.(entry)}
              />
            )}
          />
        </>
      )}
    </CataloguePage>
  );
}
