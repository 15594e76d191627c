'use client';

import type { MenuEntry } from '@viewpoints/domain/menus/menu';
import { Link2 } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { findTargets, targetKey, targetOf } from './find-targets.ts';

/** Adds an entry: something of the journal that is searched for, or an address elsewhere. */
export function AddEntry(props: {
  /** What it is added to, for the label. */
  to: string;
  entries: readonly MenuEntry[];
  onAdd: (entry: MenuEntry, name: string) => void;
}) {
  const taken = new Set(props.entries.map(({ target }) => targetKey(target)));
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line p-4">
      <Combobox
        className="min-w-56 flex-1"
        label={`Add to ${props.to}`}
        placeholder="Search topics, pages, articles…"
        search={async (text) => (await findTargets(text)).filter(({ id }) => !taken.has(id))}
        value={null}
        onChange={(option) => {
          if (option) props.onAdd({ target: targetOf(option.id), label: '' }, option.label);
        }}
      />
      <Button
        icon={Link2}
        onClick={() =>
          props.onAdd({ target: { kind: 'address', address: 'https://' }, label: '' }, '')
        }
      >
        Add address
      </Button>
    </div>
  );
}
