import { viewpoints } from '../data/viewpoints.ts';
import { actorKinds } from '../labels.ts';
import type { Option } from '../ui/use-options.ts';

/** Searches for comboboxes: the first matches of what is typed, with a line to distinguish them. */

export async function searchActors(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.actors.list.query({ ...words(q), limit: 20 });
  return items.map(({ id, name, kind, aliases }) => ({
    id,
    label: name,
    hint: [actorKinds[kind], ...aliases.slice(0, 3)].join(' · '),
  }));
}

export async function searchIssues(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.issues.list.query({ ...words(q), limit: 20 });
  return items.map(({ id, name, description }) => option(id, name, description));
}

export async function searchTopics(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.topics.list.query({ ...words(q), limit: 50 });
  return items.map(({ id, name, description }) => option(id, name, description));
}

export async function searchAuthors(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.authors.list.query({ ...words(q), limit: 20 });
  return items.map(({ id, name }) => ({ id, label: name }));
}

export async function searchSources(q: string): Promise<Option[]> {
  const { items } = await viewpoints.editor.sources.list.query({ ...words(q), limit: 20 });
  return items.map(({ id, title, publisher }) => option(id, title, publisher ?? ''));
}

/** Those who can be given an article. */
export async function searchPeople(q: string): Promise<Option[]> {
  const people = await viewpoints.editor.queues.people.query();
  const typed = q.trim().toLowerCase();
  return people.flatMap(({ id, name }) =>
    name.toLowerCase().includes(typed) ? [{ id, label: name }] : [],
  );
}

const words = (q: string) => (q.trim() === '' ? {} : { q: q.trim() });
const option = (id: string, label: string, hint: string): Option =>
  hint === '' ? { id, label } : { id, label, hint };
