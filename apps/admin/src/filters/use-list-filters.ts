'use client';

import type { ListOrder } from '@viewpoints/domain/desk/list-order';
import { useFilters } from '../data/use-filters.ts';
import { type FilterFields, type FilterValues, readFilters, readOrder } from './list-filters.ts';

export type ListFilters<
  Fields extends FilterFields = FilterFields,
  Order extends ListOrder = ListOrder,
> = {
  fields: Fields;
  orders: readonly Order[];
  q: string;
  values: FilterValues<Fields>;
  order: Order;
  /** Something is left out of the list. */
  filtered: boolean;
  set: (changes: Record<string, string | null>) => void;
  /** Takes every filter out; the order stays. */
  clear: () => void;
};

/** The filters of a list, in its address: each choice is a step that Back undoes. */
export function useListFilters<Fields extends FilterFields, Order extends ListOrder>(
  fields: Fields,
  orders: readonly Order[],
): ListFilters<Fields, Order> & { asked: { q?: string } & FilterValues<Fields> } {
  const address = useFilters();
  const q = address.get('q') ?? '';
  const values = readFilters(fields, address.get);
  const names = Object.keys(fields);
  return {
    ...{ fields, orders, q, values },
    asked: { ...(q ? { q } : {}), ...values },
    order: readOrder(orders, address.get('order')),
    filtered: q !== '' || Object.keys(values).length > 0,
    // A search is one step, not one for each letter.
    set: (changes) => address.set(changes, { isStep: !('q' in changes) }),
    clear: () =>
      address.set(Object.fromEntries(['q', ...names].map((name) => [name, null])), {
        isStep: true,
      }),
  };
}
