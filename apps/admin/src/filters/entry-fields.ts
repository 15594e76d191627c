import { viewpoints } from '../data/viewpoints.ts';
import {
  searchActors,
  searchAuthors,
  searchIssues,
  searchPeople,
  searchSources,
  searchTopics,
} from '../records/record-options.ts';
import type { DayField, EntryField } from './list-filters.ts';

/** Filters that several lists have. */

const api = viewpoints.editor;
const entry = (
  label: string,
  any: string,
  search: EntryField['search'],
  nameOf: EntryField['nameOf'],
): EntryField => ({ kind: 'entry', label, any, search, nameOf });
/** The name of an entry of the catalogue. */
const named = (read: (input: { id: string }) => Promise<{ name: string }>) => async (id: string) =>
  (await read({ id })).name;

export const actorField = entry('Actor', 'Any actor', searchActors, named(api.actors.get.query));
export const issueField = entry('Issue', 'Any issue', searchIssues, named(api.issues.get.query));
export const topicField = entry('Topic', 'Any topic', searchTopics, named(api.topics.get.query));
export const authorField = entry(
  ...(['Author', 'Any author', searchAuthors, named(api.authors.get.query)] as const),
);

export const sourceField = entry('Source', 'Any source', searchSources, async (id) => {
  return (await api.sources.get.query({ id })).title;
});

/** A person of the desk, for users who may see names. */
export const personField = (label: string, any: string): EntryField =>
  entry(label, any, searchPeople, async (id) => {
    const person = (await searchPeople('')).find((one) => one.id === id);
    if (person === undefined) throw new Error('That person is no longer at the desk.');
    return person.label;
  });

/** The first and the last day of something. */
export const dayFields = (what: string): { from: DayField; to: DayField } => ({
  from: { kind: 'day', label: `${what} from` },
  to: { kind: 'day', label: `${what} until` },
});
