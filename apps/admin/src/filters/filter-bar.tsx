'use client';

import { type ListOrder, maximumCount } from '@viewpoints/domain/desk/list-order';
import { SlidersHorizontal } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { FilterControl } from './filter-control.tsx';
import { SavedFilters } from './saved-filters.tsx';
import type { ListFilters } from './use-list-filters.ts';

/** The labels of a list's orders; a list may label its own otherwise. */
const orderLabels: Record<ListOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'By name',
};

/** The name of the list's rows: “article”, “articles”. */
type Noun = { one: string; many: string };

/** The filters and the order of a list, the same for every list. */
export function FilterBar(props: {
  filters: ListFilters;
  /** Left out where the list has no search in words. */
  searchLabel?: string;
  /** How many there are, once that is known. */
  count: number | undefined;
  noun: Noun;
}) {
  const { filters } = props;
  const { values, fields, orders } = filters;
  const more = useId();
  const entries = Object.entries(fields);
  const rest = entries.filter(([, { isMain }]) => !isMain);
  const set = rest.filter(([name]) => values[name] !== undefined).length;
  // Active filters are never hidden.
  const [opened, setOpened] = useState(false);
  const isOpen = opened || set > 0;
  const control = ([name, field]: (typeof entries)[number]) => (
    <FilterControl
      key={name}
      name={name}
      field={field}
      labelHidden={field.isMain === true}
      value={values[name] ?? null}
      onChange={(value) => filters.set({ [name]: value })}
    />
  );
  return (
    <div className="mb-3 grid gap-2">
      <div className="flex flex-wrap gap-2">
        {props.searchLabel === undefined ? null : (
          <SearchField
            label={props.searchLabel}
            value={filters.q}
            onChange={(q) => filters.set({ q })}
            className="min-w-48 flex-1 basis-60 sm:max-w-80"
          />
        )}
        {entries.filter(([, { isMain }]) => isMain).map(control)}
        {rest.length > 0 ? (
          <Button
            icon={SlidersHorizontal}
            expanded={isOpen}
            controls={more}
            disabled={set > 0}
            onClick={() => setOpened(!opened)}
          >
            More filters
          </Button>
        ) : null}
      </div>
      {rest.length > 0 ? (
        <div id={more} className={isOpen ? 'flex flex-wrap items-start gap-2' : 'hidden'}>
          {rest.map(control)}
        </div>
      ) : null}
      <div className="flex min-h-7 flex-wrap items-center gap-2 text-sm text-ink-soft">
        <p role="status">
          {props.count === undefined ? '' : countInWords(props.count, props.noun)}
        </p>
        {filters.list === null ? null : <SavedFilters list={filters.list} filters={filters} />}
        {filters.filtered ? (
          <Button size="sm" variant="quiet" onClick={filters.clear}>
            Clear filters
          </Button>
        ) : null}
        <div className="ms-auto">
          {orders.length > 1 ? (
            <Select
              label="Order"
              labelHidden
              compact
              value={filters.order}
              onChange={(order) => filters.set({ order: order === orders[0] ? null : order })}
              options={orders.map((order) => ({ value: order, label: orderLabels[order] }))}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

const countInWords = (count: number, { one, many }: Noun): string =>
  count > maximumCount
    ? `More than ${maximumCount.toLocaleString('en')} ${many}`
    : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
