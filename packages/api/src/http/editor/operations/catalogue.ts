import { catalogueSchemas } from '@viewpoints/domain/kinds/catalogue-entries';
import { type CatalogueKind, kinds, oneOf } from '@viewpoints/domain/kinds/kinds';
import type { z } from 'zod';
import type { catalogueRouters } from '../../../catalogue/catalogue-routers.ts';
import { SeriesDetail } from '../answers/desk.ts';
import { editorPageOf, exampleId, type OperationsOf, Removed } from '../operation.ts';

type CatalogueRouters = typeof catalogueRouters;

const id = exampleId;

/** The operations of one kind of named entry. */
const operationsOf = <Entry extends z.ZodType, Content extends object>(
  kind: CatalogueKind,
  entry: Entry,
  example: Content,
  path = kinds[kind].plural,
) =>
  ({
    list: {
      at: `GET /editor/${path}`,
      summary: path.charAt(0).toUpperCase() + path.slice(1),
      answer: editorPageOf(entry),
      example: { limit: 10 },
    },
    create: {
      at: `POST /editor/${path}`,
      summary: `Enter ${oneOf(kind)}`,
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
      summary: `Save ${oneOf(kind)} over the save that was seen`,
      answer: entry,
      example: { id, seen: 1, content: example },
    },
    remove: {
      at: `DELETE /editor/${path}/{id}`,
      summary: `Move ${oneOf(kind)} that nothing refers to to the trash`,
      answer: Removed,
      example: { id },
    },
  }) as const;

const { actor, author, issue, place, series, topic } = catalogueSchemas;
const ofSeries = operationsOf('series', series.entry, {
  ...{ slug: 'harbour-union', name: 'Harbour Union' },
});

/** What is said of the procedures of every kind of named entry. */
export const catalogueOperations = {
  actors: operationsOf('actor', actor.entry, {
    ...{ slug: 'harbour-union', name: 'Harbour Union', kind: 'group' as const },
  }),
  issues: operationsOf('issue', issue.entry, { slug: 'ceasefire', name: 'Ceasefire' }),
  topics: operationsOf('topic', topic.entry, { slug: 'ports', name: 'Ports' }),
  series: { ...ofSeries, get: { ...ofSeries.get, answer: SeriesDetail } },
  places: operationsOf('place', place.entry, { slug: 'halden', name: 'Halden' }),
  authors: operationsOf('author', author.entry, { slug: 'maren-osk', name: 'Maren Osk' }),
} satisfies OperationsOf<CatalogueRouters>;
