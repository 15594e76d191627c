'use client';

import { importOutcomeOf, importSentenceOf } from '@viewpoints/domain/imports/import-points';
import {
  ImportItemState,
  importOutcomeSentence,
  type ShownImportItem,
} from '@viewpoints/domain/imports/import-run';
import { FileText } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Select } from '../ui/select.tsx';
import { Time } from '../ui/time.tsx';
import { importStateHints, importStateLabels, importStateTones } from './import-labels.ts';

/** Points of one article that are shown in the list; its note has all. */
const SHOWN_POINTS = 4;

/** The articles of an import, all or in one state, with what a person has to decide of each. */
export function ImportItems(props: { id: string; counts: Record<ImportItemState, number> }) {
  const { id, counts } = props;
  const filters = useFilters();
  const state = ImportItemState.safeParse(filters.get('state')).data ?? null;
  const pages = usePages(['imports', 'items', id, { state, counts }], (cursor) =>
    viewpoints.editor.imports.items.query({
      ...{ id, limit: 50 },
      ...(state ? { state } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="Articles" className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Select
          label="State"
          labelHidden
          compact
          value={state ?? 'all'}
          onChange={(next) => filters.set({ state: next === 'all' ? null : next })}
          options={[
            { value: 'all', label: `All articles (${all})` },
            ...ImportItemState.options.map((each) => ({
              value: each,
              label: `${importStateLabels[each]} (${counts[each]})`,
            })),
          ]}
        />
        {state ? <p className="text-sm text-ink-soft">{importStateHints[state]}</p> : null}
      </div>
      <RecordList
        label="Articles"
        pages={pages}
        filtered={state !== null}
        onClear={() => filters.set({ state: null })}
        icon={FileText}
        empty={{ title: 'No articles', text: 'Nothing of this import is there any more.' }}
        row={(item) => <ItemRow key={item.id} item={item} />}
      />
    </section>
  );
}

function ItemRow({ item }: { item: ShownImportItem }) {
  const { state, outcome, points } = item;
  const toDecide = points.filter(({ code }) => importOutcomeOf(code) !== 'changed');
  const rest = toDecide.length - SHOWN_POINTS;
  return (
    <ListRow
      href={`/articles/${item.id}`}
      title={item.headline || 'Untitled'}
      serif
      badges={<Badge tone={importStateTones[state]}>{importStateLabels[state]}</Badge>}
      meta={
        <>
          {outcome === null ? null : <span>{importOutcomeSentence(outcome)}.</span>}
          {toDecide.slice(0, SHOWN_POINTS).map(({ code, words }) => (
            <span key={`${code} ${words}`} className="wrap-anywhere">
              {importSentenceOf(code)}
              {words === '' ? '' : `: ${words.slice(0, 120)}`}
            </span>
          ))}
          {rest > 0 ? <span>{rest} more in its note</span> : null}
        </>
      }
      end={item.publishedAt === null ? null : <Time at={item.publishedAt} />}
    />
  );
}
