'use client';

import { useSyncExternalStore } from 'react';
import { People, useOthersIn } from '../../presence/people-in-article.tsx';
import type { PersonHere } from './cursors.ts';
import type { LiveArticle } from './live-article.ts';

const nobody: readonly PersonHere[] = [];
const never = () => () => {};

/**
 * Who else has the article open. Those whose cursors are in the text are known by the article's own
 * connection; who is writing, and who only reads a page without one, by that of the desk.
 */
export function PeopleHere(props: { articleId: string; live: LiveArticle | null }) {
  const { live } = props;
  const connected = useSyncExternalStore(
    live?.subscribe ?? never,
    live?.people ?? (() => nobody),
    () => nobody,
  );
  const others = useOthersIn(props.articleId);
  const known = new Map(others.map((person) => [person.id, person]));
  for (const person of connected)
    if (!known.has(person.id)) known.set(person.id, { ...person, isWriting: false });
  const people = [...known.values()].toSorted((a, b) => a.name.localeCompare(b.name));
  return <People people={people} size="md" />;
}
