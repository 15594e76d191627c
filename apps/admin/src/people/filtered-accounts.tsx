'use client';

import type { Outputs } from '@viewpoints/client';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { Users } from 'lucide-react';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { roles } from '../labels.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/table.tsx';
import { AccountsPanel } from './accounts-panel.tsx';

type Account = Outputs['editor']['people']['list']['accounts'][number];

const fields = {
  role: { ...choice('Role', 'Any role', roles), isMain: true },
  state: {
    ...choice('State', 'Any state', { enabled: 'Enabled', disabled: 'Disabled' }),
    isMain: true,
  },
};

/** By name first: a desk looks for a person, and not for who came last. */
const orders = ['name', ...ListOrder.exclude(['name']).options] as const;

/** The accounts, narrowed by name, address, role and state. All of them are loaded: they are few. */
export function FilteredAccounts(props: {
  accounts: readonly Account[];
  onChanged: () => Promise<unknown>;
}) {
  const filters = useListFilters(null, fields, orders);
  const { role, state } = filters.values;
  const words = filters.q.toLocaleLowerCase().split(/\s+/);
  const found = props.accounts
    .filter(({ name, email, roles, disabledAt }) => {
      const said = `${name} ${email}`.toLocaleLowerCase();
      return (
        words.every((word) => said.includes(word)) &&
        (role === undefined || roles.includes(role)) &&
        (state === undefined || (disabledAt === null) === (state === 'enabled'))
      );
    })
    .toSorted(comparisons[filters.order]);
  return (
    <div>
      <FilterBar
        filters={filters}
        searchLabel="Search people"
        count={found.length}
        noun={{ one: 'account', many: 'accounts' }}
      />
      {found.length === 0 ? (
        <Panel>
          <EmptyState
            icon={Users}
            title="Nothing matches"
            action={<Button onClick={filters.clear}>Clear the filters</Button>}
          >
            Nobody with an account answers to this.
          </EmptyState>
        </Panel>
      ) : (
        <AccountsPanel accounts={found} onChanged={props.onChanged} />
      )}
    </div>
  );
}

type Compare = (one: Account, other: Account) => number;
const byName: Compare = (one, other) => one.name.localeCompare(other.name);
const comparisons: Record<ListOrder, Compare> = {
  name: byName,
  newest: (one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt),
  oldest: (one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt),
};
