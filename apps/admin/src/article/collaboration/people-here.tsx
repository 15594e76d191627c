'use client';

import { useSyncExternalStore } from 'react';
import { colourOf, type PersonHere } from './cursors.ts';
import type { LiveArticle } from './live-article.ts';

const nobody: readonly PersonHere[] = [];
const never = () => () => {};

/** Who else has the article open, in the colours of their cursors. */
export function PeopleHere(props: { live: LiveArticle | null }) {
  const { live } = props;
  const people = useSyncExternalStore(
    live?.subscribe ?? never,
    live?.people ?? (() => nobody),
    () => nobody,
  );
  if (people.length === 0) return null;
  const names = new Intl.ListFormat('en-GB').format(people.map(({ name }) => name));
  const says = people.length === 1 ? `${names} is here` : `${names} are here`;
  return (
    <span role="img" aria-label={says} title={says} className="flex shrink-0 -space-x-1.5">
      {people.slice(0, 4).map((person) => (
        <span
          key={person.id}
          aria-hidden
          data-person={colourOf(person)}
          className="grid size-6 place-items-center rounded-full bg-(--person) text-xs font-semibold text-(--person-ink) ring-2 ring-surface"
        >
          {initialsOf(person.name)}
        </span>
      ))}
      {people.length > 4 ? (
        <span
          aria-hidden
          className="grid size-6 place-items-center rounded-full bg-sunken text-xs ring-2 ring-surface"
        >
          +{people.length - 4}
        </span>
      ) : null}
    </span>
  );
}

const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
};
