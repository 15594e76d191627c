'use client';

import type { Renamed } from '@viewpoints/domain/imports/import-options';
import { TextField } from '../../ui/text-field.tsx';

type Counted = { name: string; items: number };

/** A name of the export, and what it is called here by the last report. */
type Line = { from: string; to: string; items: number };

/** The names as the export has them: the report has those that were chosen instead. */
function linesOf(found: readonly Counted[], renamed: readonly Renamed[]): Line[] {
  const chosen = new Set(renamed.map(({ to }) => to));
  const counts = new Map(found.map(({ name, items }) => [name, items]));
  return [
    ...renamed.map(({ from, to }) => ({ from, to, items: counts.get(to) ?? 0 })),
    ...found
      .filter(({ name }) => !chosen.has(name))
      .map(({ name, items }) => ({ from: name, to: name, items })),
  ].sort((a, b) => b.items - a.items);
}

/** Names of the export with what each is called here; one that is emptied is left out. */
export function RenameFields(props: {
  legend: string;
  found: readonly Counted[];
  /** As they were when the report was made. */
  read: readonly Renamed[];
  draft: readonly Renamed[];
  onChange: (renamed: Renamed[]) => void;
}) {
  const { legend, found, read, draft, onChange } = props;
  const lines = linesOf(found, read);
  if (lines.length === 0) return null;
  const toOf = (from: string) => draft.find((each) => each.from === from)?.to ?? from;
  return (
    <details className="rounded-md border border-line">
      <summary className="cursor-pointer px-4 py-2.5 font-medium">
        {legend} ({lines.length})
      </summary>
      <div className="grid gap-3 border-t border-line px-4 py-3">
        <p className="text-sm text-ink-soft">
          What each is called here. An entry of that name is taken, or added. Empty: left out.
        </p>
        <div className="grid max-h-96 gap-3 overflow-y-auto sm:grid-cols-2">
          {lines.map(({ from, items }) => (
            <TextField
              key={from}
              label={items > 0 ? `${from} (${items})` : from}
              value={toOf(from)}
              maxLength={200}
              dir="auto"
              onChange={(to) => {
                const others = draft.filter((each) => each.from !== from);
                onChange(to === from ? others : [...others, { from, to }]);
              }}
            />
          ))}
        </div>
      </div>
    </details>
  );
}
