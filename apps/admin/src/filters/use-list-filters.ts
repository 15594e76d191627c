'use client';

import type { ListOrder } from '@viewpoints/domain/desk/list-order';
import type { FilteredList, SavedFilter } from '@viewpoints/domain/desk/saved-filter';
import { useFilters } from '../data/use-filters.ts';
import { type FilterFields, type FilterValues, readFilters, readOrder } from './list-filters.ts';

export type FilterPart = SavedFilter['filter'][number];

export type ListFilters<
  Fields extends FilterFields = FilterFields,
  Order extends ListOrder = ListOrder,
> = {
  /** The list whose filters can be saved; null where that is not offered. */
  list: FilteredList | null;
  fields: Fields;
  orders: readonly Order[];
  q: string;
  values: FilterValues<Fields>;
  order: Order;
  /** Something is left out of the list. */
  filtered: boolean;
  set: (changes: Record<string, string | null>) => void;
  /** Everything that is chosen, order included, as the address has it. */
  chosen: FilterPart[];
  /** Has these chosen and nothing else. */
  choose: (parts: readonly FilterPart[]) => void;
  /** Takes every filter out; the order stays. */
  clear: () => void;
};

/** The filters of a list, in its address: each choice is a step that Back undoes. */
export function useListFilters<Fields extends FilterFields, Order extends ListOrder>(
  list: FilteredList | null,
  fields: Fields,
  orders: readonly Order[],
): ListFilters<Fields, Order> & { query: { q?: string } & FilterValues<Fields> } {
  const address = useFilters();
  const q = address.get('q') ?? '';
  const values = readFilters(fields, address.get);
  const names = ['q', ...Object.keys(fields)];
  const order = readOrder(orders, address.get('order'));
  const nothing = Object.fromEntries(names.map((name) => [name, null]));
  const query = { ...(q ? { q } : {}), ...values };
  return {
    ...{ list, fields, orders, q, values, query },
    order,
    chosen: [
      ...Object.entries<string | undefined>(query).flatMap(([name, value]) =>
        value === undefined ? [] : [{ name, value }],
      ),
      ...(order === orders[0] ? [] : [{ name: 'order', value: order }]),
    ],
    choose: (parts) =>
      address.set(
        {
          ...{ ...nothing, order: null },
          ...Object.fromEntries(parts.map(({ name, value }) => [name, value])),
        },
        { isStep: true },
      ),
    filtered: q !== '' || Object.keys(values).length > 0,
    // A search is one step, not one for each letter.
    set: (changes) => address.set(changes, { isStep: !('q' in changes) }),
    clear: () => address.set(nothing, { isStep: true }),
  };
}
