'use client';

import { type Series, SeriesContent } from '@viewpoints/domain/series/series';
import { Layers } from 'lucide-react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CatalogueScreen } from '../catalogue/catalogue-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';

const labels = { about: 'About', complete: 'Complete' };

const series: Catalogue<typeof SeriesContent, Series> = {
  kind: 'series',
  icon: Layers,
  api: viewpoints.editor.series,
  schema: SeriesContent,
  description:
    'Articles that are read one after another. A series is shown once a part of it is published.',
  empty: 'Make one, then choose it in the details of each article that is a part of it.',
  removal: 'Its page disappears. A series that an article is a part of cannot be removed.',
  blank: (named) => ({ ...named, about: '', complete: false }),
  labels,
  Fields: ({ form: { draft, set, fieldError }, disabled }) => (
    <>
      <TextField
        label={labels.about}
        optional
        rows={3}
        maxLength={1000}
        hint="Shown at the top of the series’ page."
        value={draft.about}
        onChange={(about) => set('about', about)}
        error={fieldError('about')}
      />
      <Switch
        label={labels.complete}
        hint="No more parts. Until then readers see “so far”."
        checked={draft.complete}
        onChange={(complete) => set('complete', complete)}
        disabled={disabled}
      />
    </>
  ),
  row: ({ complete, about }) => ({
    meta: (
      <>
        <span>{complete ? 'Complete' : 'Parts to come'}</span>
        {about ? <span className="line-clamp-1">{about}</span> : null}
      </>
    ),
  }),
};

export function SeriesScreen() {
  return <CatalogueScreen catalogue={series} />;
}
