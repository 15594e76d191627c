'use client';

import type { PersonHere } from '@viewpoints/working-copy/messages';
import { PenLine } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { colourOf } from './person-colour.ts';
import { presence } from './presence-store.ts';
import { initialsOf, sayWhoIsHere } from './presence-words.ts';

const nobody: readonly PersonHere[] = [];

/** Others who have an article open, as the server says at the desk. */
export function useOthersIn(articleId: string): readonly PersonHere[] {
  const { me } = useSession();
  const people = useSyncExternalStore(
    presence.subscribe,
    () => presence.of(articleId),
    () => nobody,
  );
  return people.filter(({ id }) => id !== me.id);
}

/** Others who have the article of a row open, and whether they are writing. */
export function PeopleInArticle(props: { articleId: string }) {
  return <People people={useOthersIn(props.articleId)} size="sm" />;
}

/** Most people whose initials are shown. */
const maxShown = 4;

/** People by their initials, in the colours of their cursors. */
export function People(props: { people: readonly PersonHere[]; size: 'sm' | 'md' }) {
  const { people } = props;
  if (people.length === 0) return null;
  const says = sayWhoIsHere(people);
  const circle = classNames(
    'relative grid place-items-center rounded-full font-semibold ring-2 ring-surface',
    props.size === 'sm' ? 'size-5 text-[0.625rem]' : 'size-6 text-xs',
  );
  const first = people.toSorted((a, b) => Number(b.isWriting) - Number(a.isWriting));
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className={classNames(
        'relative z-10 inline-flex shrink-0 align-middle',
        // The bar over an article has little room on a phone.
        props.size === 'md' && people.length > 2 ? '-space-x-1.5' : 'gap-1.5',
      )}
    >
      {first.slice(0, maxShown).map((person) => (
        <span
          key={person.id}
          aria-hidden
          data-person={colourOf(person)}
          className={classNames(circle, 'bg-(--person) text-(--person-ink)')}
        >
          {initialsOf(person.name)}
          {person.isWriting ? (
            <span className="absolute -end-1.5 -bottom-1.5 z-10 grid size-3.5 place-items-center rounded-full border border-line bg-surface text-ink">
              <PenLine className="size-2.5" />
            </span>
          ) : null}
        </span>
      ))}
      {people.length > maxShown ? (
        <span aria-hidden className={classNames(circle, 'bg-sunken text-ink')}>
          +{people.length - maxShown}
        </span>
      ) : null}
    </span>
  );
}
