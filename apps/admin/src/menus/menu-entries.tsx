'use client';

import type { MenuEntry } from '@viewpoints/domain/menus/menu';
import { type MenuEntryState, menuEntryStates } from '@viewpoints/domain/menus/menu-entry-state';
import { DragHandle } from '../reorder/drag-handle.tsx';
import { MoveButtons } from '../reorder/move-buttons.tsx';
import { useReorder } from '../reorder/use-reorder.ts';
import { Badge } from '../ui/badge.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AddEntry } from './add-entry.tsx';
import { kindInWords, targetKey } from './find-targets.ts';

/** What is known of targets: what they are called, and whether readers have them. */
export type KnownTarget = { name: string; state: MenuEntryState | null };
export type KnownTargets = ReadonlyMap<string, KnownTarget>;

type Props = {
  /** What the list is called. */
  label: string;
  /** The place of the list in the content: `head`, `foot.0.entries`. */
  at: string;
  entries: readonly MenuEntry[];
  max: number;
  known: KnownTargets;
  locked: boolean;
  error: (path: string) => string | null;
  onChange: (entries: MenuEntry[]) => void;
  onAdd: (entry: MenuEntry, name: string) => void;
};

/** Entries of a menu in their order, each with what it leads to and its own label. */
export function MenuEntries(props: Props) {
  const { label, at, entries, known, locked, error, onChange } = props;
  const order = useReorder(entries, onChange);
  return (
    <div>
      {entries.length === 0 ? null : (
        <ol ref={order.list} aria-label={label} className="divide-y divide-line">
          {entries.map((entry, index) => {
            const { target } = entry;
            const of = known.get(targetKey(target));
            const name = entry.label || of?.name || 'Entry';
            const path = `${at}.${index}`;
            const change = (next: MenuEntry) => onChange(entries.with(index, next));
            return (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: an address has no other identity.
                key={index}
                className="flex items-start gap-2 px-3 py-3"
                {...order.target(index)}
              >
                {locked ? null : <DragHandle {...order.handle(index)} />}
                <div className="min-w-0 flex-1 space-y-2">
                  {target.kind === 'address' ? (
                    <TextField
                      label="Address"
                      type="url"
                      dir="ltr"
                      readOnly={locked}
                      value={target.address}
                      onChange={(address) =>
                        change({ ...entry, target: { kind: 'address', address: address.trim() } })
                      }
                      error={error(`${path}.target.address`)}
                    />
                  ) : (
                    <p className="flex flex-wrap items-baseline gap-2">
                      <Badge>{kindInWords(target)}</Badge>
                      <span className="min-w-0 break-words font-medium" dir="auto">
                        {of?.name || 'Deleted'}
                      </span>
                    </p>
                  )}
                  <TextField
                    label={`Label of ${of?.name || 'address'}`}
                    labelHidden={target.kind !== 'address'}
                    placeholder={of?.name ?? ''}
                    maxLength={60}
                    readOnly={locked}
                    value={entry.label}
                    onChange={(own) => change({ ...entry, label: own })}
                    error={error(`${path}.label`) ?? error(`${path}.target`) ?? error(path)}
                  />
                  {of?.state && of.state !== 'shown' ? (
                    <p className="text-sm text-warn">{menuEntryStates[of.state]}</p>
                  ) : null}
                </div>
                {locked ? null : (
                  <MoveButtons
                    {...{ name, index, count: entries.length }}
                    onStep={(way) => order.step(index, way)}
                    onRemove={() => onChange(entries.toSpliced(index, 1))}
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {locked || entries.length >= props.max ? null : (
        <AddEntry to={label.toLowerCase()} entries={entries} onAdd={props.onAdd} />
      )}
    </div>
  );
}
