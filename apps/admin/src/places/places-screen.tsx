'use client';

import { type Place, PlaceContent } from '@viewpoints/domain/places/place';
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CatalogueScreen } from '../catalogue/catalogue-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { TextField } from '../ui/text-field.tsx';

const labels = { coordinates: 'Coordinates', wikidataId: 'Wikidata id' };

const places: Catalogue<typeof PlaceContent, Place> = {
  kind: 'place',
  icon: MapPin,
  api: viewpoints.editor.places,
  schema: PlaceContent,
  description: 'The places that findings are about.',
  empty: 'They are created as findings are recorded, or here, one by one.',
  removal:
    'It disappears from lists and suggestions. A place that findings name cannot be removed.',
  blank: (named) => ({ ...named, coordinates: null, wikidataId: null }),
  labels,
  Fields: ({ form: { draft, set, fieldError } }) => (
    <>
      <CoordinatesFields
        value={draft.coordinates}
        onChange={(coordinates) => set('coordinates', coordinates)}
        errorAt={fieldError}
      />
      <TextField
        label={labels.wikidataId}
        optional
        placeholder="Q1234"
        value={draft.wikidataId ?? ''}
        onChange={(id) => set('wikidataId', id.trim() || null)}
        error={fieldError('wikidataId')}
        dir="ltr"
      />
    </>
  ),
  row: ({ coordinates, wikidataId }) => ({
    meta: (
      <>
        {coordinates ? <span dir="ltr">{coordinates.toReversed().join(', ')}</span> : null}
        {wikidataId ? <span>{wikidataId}</span> : null}
      </>
    ),
  }),
};

/** Latitude and longitude as they are typed; what is no number is refused when it is saved. */
function CoordinatesFields(props: {
  value: Place['coordinates'];
  onChange: (value: Place['coordinates']) => void;
  errorAt: (path: string) => string | null;
}) {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(textsOf(value));
  // Another value came from outside, such as a colleague's version after a conflict.
  if (!isSame(coordinatesOf(typed), value)) setTyped(textsOf(value));
  const change = (next: Texts) => {
    setTyped(next);
    onChange(coordinatesOf(next));
  };
  const { latitude, longitude } = typed;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label="Latitude"
        optional
        hint="In degrees, south of the equator below 0."
        value={latitude}
        onChange={(text) => change({ latitude: text, longitude })}
        error={props.errorAt('coordinates.1')}
        dir="ltr"
      />
      <TextField
        label="Longitude"
        optional
        hint="In degrees, west of Greenwich below 0."
        value={longitude}
        onChange={(text) => change({ latitude, longitude: text })}
        error={props.errorAt('coordinates.0')}
        dir="ltr"
      />
    </div>
  );
}

type Texts = { latitude: string; longitude: string };

const textsOf = (value: Place['coordinates']): Texts => ({
  latitude: value === null ? '' : String(value[1]),
  longitude: value === null ? '' : String(value[0]),
});

/** Null if both are empty. One that is missing or not a number is NaN, which the API refuses. */
function coordinatesOf({ latitude, longitude }: Texts): Place['coordinates'] {
  if (latitude.trim() === '' && longitude.trim() === '') return null;
  const degrees = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  return [degrees(longitude), degrees(latitude)];
}

const isSame = (a: Place['coordinates'], b: Place['coordinates']) =>
  JSON.stringify(a) === JSON.stringify(b);

export function PlacesScreen() {
  return <CatalogueScreen catalogue={places} />;
}
