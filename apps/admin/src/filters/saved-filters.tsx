'use client';

import { useQuery } from '@tanstack/react-query';
import type { FilteredList, SavedFilter } from '@viewpoints/domain/desk/saved-filter';
import { Bookmark, BookmarkPlus, ListFilter, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { toast } from '../ui/toast.ts';
import { lostParts } from './list-filters.ts';
import type { FilterPart, ListFilters } from './use-list-filters.ts';

const SaveFilterDialog = dialogOnDemand(
  async () => (await import('./save-filter-dialog.tsx')).SaveFilterDialog,
);
const SavedFiltersDialog = dialogOnDemand(
  async () => (await import('./saved-filters-dialog.tsx')).SavedFiltersDialog,
);

/** The user's saved filters of this list: applies, adds and manages them. */
export function SavedFilters({ list, filters }: { list: FilteredList; filters: ListFilters }) {
  const { chosen } = filters;
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const saved = useQuery({
    queryKey: ['savedFilters', list],
    queryFn: () => viewpoints.editor.savedFilters.list.query({ list }),
  });
  const kept = saved.data ?? [];
  const active = kept.find(({ filter }) => isSame(filter, chosen));
  const choose = ({ name, filter }: SavedFilter) => {
    filters.choose(filter);
    const lost = lostParts(filters.fields, filters.orders, filter);
    if (lost.length > 0)
      toast.info(`“${name}” is only in part what it was.`, {
        description: `This list can no longer be narrowed by: ${lost.join(', ')}.`,
      });
  };
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button size="sm" variant="quiet" icon={Bookmark}>
            <span className="max-w-48 truncate" dir="auto">
              {active?.name ?? 'Saved filters'}
            </span>
          </Button>
        }
      >
        {kept.map((one) => (
          <MenuItem key={one.id} icon={ListFilter} onClick={() => choose(one)}>
            <span dir="auto">{one.name}</span>
          </MenuItem>
        ))}
        {kept.length > 0 ? <MenuSeparator /> : null}
        {chosen.length > 0 ? (
          <MenuItem icon={BookmarkPlus} onClick={() => setDialog('save')}>
            Save filter…
          </MenuItem>
        ) : (
          <p className="px-2 py-1.5 text-sm text-ink-faint">Narrow the list to save a filter.</p>
        )}
        {kept.length > 0 ? (
          <MenuItem icon={Settings2} onClick={() => setDialog('manage')}>
            Manage filters…
          </MenuItem>
        ) : null}
      </Menu>
      {dialog === 'save' ? (
        <SaveFilterDialog list={list} filter={chosen} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'manage' ? (
        <SavedFiltersDialog list={list} saved={kept} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

const isSame = (a: readonly FilterPart[], b: readonly FilterPart[]): boolean =>
  a.length === b.length &&
  a.every(({ name, value }) => b.some((other) => other.name === name && other.value === value));
