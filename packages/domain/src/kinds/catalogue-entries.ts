import type { z } from 'zod';
import { Actor, ActorContent } from '../actors/actor.ts';
import { ActorView } from '../actors/actor-view.ts';
import { Author, AuthorContent } from '../articles/article.ts';
import { AuthorView } from '../articles/author-view.ts';
import { Issue, IssueContent } from '../issues/issue.ts';
import { IssueView } from '../issues/issue-view.ts';
import { Place, PlaceContent } from '../places/place.ts';
import { PlaceView } from '../places/place-view.ts';
import { Series, SeriesContent } from '../series/series.ts';
import { SeriesView } from '../series/series-view.ts';
import { Topic, TopicContent } from '../topics/topic.ts';
import { TopicView } from '../topics/topic-view.ts';
import type { CatalogueKind, kinds } from './kinds.ts';

/** What editors enter for an entry of a kind, the stored entry, and what readers see of it. */
type Schemas = { content: z.ZodObject; entry: z.ZodObject; view: z.ZodObject };

/** The schemas of each kind of the catalogue; the queries and procedures of all layers use them. */
export const catalogueSchemas = {
  actor: { content: ActorContent, entry: Actor, view: ActorView },
  author: { content: AuthorContent, entry: Author, view: AuthorView },
  issue: { content: IssueContent, entry: Issue, view: IssueView },
  place: { content: PlaceContent, entry: Place, view: PlaceView },
  series: {
    content: SeriesContent,
    entry: Series,
    view: SeriesView.pick({ slug: true, name: true, about: true }),
  },
  topic: { content: TopicContent, entry: Topic, view: TopicView.omit({ articleCount: true }) },
} as const satisfies Record<CatalogueKind, Schemas>;

/** A stored entry of each kind. */
export type CatalogueEntries = {
  [K in CatalogueKind]: z.infer<(typeof catalogueSchemas)[K]['entry']>;
};

/** Entries of every kind, by its plural, as far as they are loaded. */
export type LoadedEntries = {
  readonly [K in CatalogueKind as (typeof kinds)[K]['plural']]: readonly CatalogueEntries[K][];
};
