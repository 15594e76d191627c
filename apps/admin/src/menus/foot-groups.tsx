'use client';

import type { MenuEntry, MenuGroup } from '@viewpoints/domain/menus/menu';
import { Plus } from 'lucide-react';
import { DragHandle } from '../reorder/drag-handle.tsx';
import { MoveButtons } from '../reorder/move-buttons.tsx';
import { useReorder } from '../reorder/use-reorder.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type KnownTargets, MenuEntries } from './menu-entries.tsx';

/** The groups of the foot in their order, each with a heading and its entries. */
export function FootGroups(props: {
  groups: readonly MenuGroup[];
  known: KnownTargets;
  locked: boolean;
  error: (path: string) => string | null;
  onChange: (groups: MenuGroup[]) => void;
  onAdd: (entry: MenuEntry, name: string, add: (entry: MenuEntry) => void) => void;
}) {
  const { groups, known, locked, error, onChange } = props;
  const order = useReorder(groups, onChange);
  return (
    <div className="space-y-3 p-3">
      <ol ref={order.list} aria-label="Groups" className="space-y-3">
        {groups.map((group, index) => {
          const name = group.heading || `Group ${index + 1}`;
          const change = (next: MenuGroup) => onChange(groups.with(index, next));
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other identity.
              key={index}
              className="rounded-md border border-line"
              {...order.target(index)}
            >
              <div className="flex items-start gap-2 px-3 py-3">
                {locked ? null : <DragHandle {...order.handle(index)} />}
                <TextField
                  className="flex-1"
                  label={`Heading of group ${index + 1}`}
                  optional
                  maxLength={60}
                  readOnly={locked}
                  value={group.heading}
                  onChange={(heading) => change({ ...group, heading })}
                  error={error(`foot.${index}.heading`) ?? error(`foot.${index}.entries`)}
                />
                {locked ? null : (
                  <MoveButtons
                    {...{ name, index, count: groups.length }}
                    onStep={(way) => order.step(index, way)}
                    onRemove={() => onChange(groups.toSpliced(index, 1))}
                  />
                )}
              </div>
              <MenuEntries
                label={name}
                at={`foot.${index}.entries`}
                entries={group.entries}
                max={12}
                {...{ known, locked, error }}
                onChange={(entries) => change({ ...group, entries })}
                onAdd={(entry, called) =>
                  props.onAdd(entry, called, (added) =>
                    change({ ...group, entries: [...group.entries, added] }),
                  )
                }
              />
            </li>
          );
        })}
      </ol>
      {locked || groups.length >= 6 ? null : (
        <Button icon={Plus} onClick={() => onChange([...groups, { heading: '', entries: [] }])}>
          Add group
        </Button>
      )}
    </div>
  );
}
