import { Id } from '@viewpoints/domain/values';
import type * as Y from 'yjs';
import { z } from 'zod';
import { readKey, type SuggestionKey, writeKey } from './suggestion.ts';

/**
 * The part of a shared document with the further authors of suggestions, in addition to the one in
 * the key. Only the server writes it.
 */
export const authorsPart = 'suggestionAuthors';

const Authors = z.record(
  z.string().refine((name) => readKey(name) !== null),
  z.array(Id).min(1),
);

const mapOf = (shared: Y.Doc): Y.Map<unknown> => shared.getMap(authorsPart);

/** Whether that part matches its schema. */
export const areReadable = (shared: Y.Doc): boolean =>
  mapOf(shared)._length === 0 && Authors.safeParse(mapOf(shared).toJSON()).success;

/** The further authors of each suggestion, by its key as text. */
export function furtherAuthors(shared: Y.Doc): ReadonlyMap<string, readonly Id[]> {
  if (!shared.share.has(authorsPart)) return new Map();
  return new Map(Object.entries(Authors.safeParse(mapOf(shared).toJSON()).data ?? {}));
}

/** Everybody who has a part in a suggestion, who began it first. */
export const authorsOf = (
  further: ReadonlyMap<string, readonly Id[]>,
  key: SuggestionKey,
): Id[] => [...new Set([key.by, ...(further.get(writeKey(key)) ?? [])])];

/** Adds authors to a suggestion. */
export function addAuthors(shared: Y.Doc, key: SuggestionKey, added: Iterable<Id>): void {
  const name = writeKey(key);
  const further = z.array(Id).safeParse(mapOf(shared).get(name)).data ?? [];
  const all = new Set([...further, ...added]);
  all.delete(key.by);
  if (all.size > further.length) mapOf(shared).set(name, [...all].sort());
}

/** Removes the authors of suggestions that no longer exist. */
export function dropAuthors(shared: Y.Doc, isThere: (name: string) => boolean): void {
  for (const name of furtherAuthors(shared).keys()) if (!isThere(name)) mapOf(shared).delete(name);
}

/** The further authors as they change. */
export type FollowedAuthors = {
  /** The same map until it changes. */
  now: () => ReadonlyMap<string, readonly Id[]>;
  subscribe: (listener: () => void) => () => void;
};

export function followAuthors(shared: Y.Doc): FollowedAuthors {
  const map = mapOf(shared);
  let known = furtherAuthors(shared);
  map.observe(() => {
    known = furtherAuthors(shared);
  });
  return {
    now: () => known,
    subscribe: (listener) => {
      map.observe(listener);
      return () => map.unobserve(listener);
    },
  };
}
