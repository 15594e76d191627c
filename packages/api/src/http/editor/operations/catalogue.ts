import { Actor } from '@viewpoints/domain/actors/actor';
import { Author } from '@viewpoints/domain/articles/article';
import { Issue } from '@viewpoints/domain/issues/issue';
import { Place } from '@viewpoints/domain/places/place';
import { Series } from '@viewpoints/domain/series/series';
import { Topic } from '@viewpoints/domain/topics/topic';
import type { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import { SeriesDetail } from '../answers/desk.ts';
import { editorPageOf, exampleId, type OperationsOf, Removed } from '../operation.ts';

const id = exampleId;

/** The operations of one kind of named entry. */
const operationsOf = <const Path extends string, Entry extends z.ZodType, Content extends object>(
  path: Path,
  [one, several]: [one: string, several: string],
  { entry, example }: { entry: Entry; example: Content },
) =>
  ({
    list: {
      at: `GET /editor/${path}`,
      summary: several,
      answer: editorPageOf(entry),
      example: { limit: 10 },
    },
    create: {
      at: `POST /editor/${path}`,
      summary: `Enter ${one}`,
      answer: entry,
      creates: true,
      example,
    },
    get: {
      at: `GET /editor/${path}/{id}`,
      summary: `One of the ${path}`,
      answer: entry,
      example: { id },
    },
    save: {
      at: `PUT /editor/${path}/{id}`,
      summary: `Save ${one} over the save that was seen`,
      answer: entry,
      example: { id, seen: 1, content: example },
    },
    remove: {
      at: `DELETE /editor/${path}/{id}`,
      summary: `Move ${one} that nothing refers to to the trash`,
      answer: Removed,
      example: { id },
    },
  }) as const;

const named = { slug: 'harbour-union', name: 'Harbour Union' };
const series = operationsOf('series', ['a series', 'Series'], { entry: Series, example: named });

export const actorOperations = operationsOf('actors', ['an actor', 'Actors'], {
  entry: Actor,
  example: { ...named, kind: 'group' as const },
}) satisfies OperationsOf<EditorRouter['actors']>;
export const issueOperations = operationsOf('issues', ['an issue', 'Issues'], {
  entry: Issue,
  example: { slug: 'ceasefire', name: 'Ceasefire' },
}) satisfies OperationsOf<EditorRouter['issues']>;
export const topicOperations = operationsOf('topics', ['a topic', 'Topics'], {
  entry: Topic,
  example: { slug: 'ports', name: 'Ports' },
}) satisfies OperationsOf<EditorRouter['topics']>;
export const seriesOperations = {
  ...series,
  get: { ...series.get, answer: SeriesDetail },
} satisfies OperationsOf<EditorRouter['series']>;
export const placeOperations = operationsOf('places', ['a place', 'Places'], {
  entry: Place,
  example: { slug: 'halden', name: 'Halden' },
}) satisfies OperationsOf<EditorRouter['places']>;
export const authorOperations = operationsOf('authors', ['an author', 'Authors'], {
  entry: Author,
  example: { slug: 'maren-osk', name: 'Maren Osk' },
}) satisfies OperationsOf<EditorRouter['authors']>;
