import type { Actor } from '../actors/actor.ts';
import type { Author } from '../articles/article.ts';
import type { Issue } from '../issues/issue.ts';
import type { Place } from '../places/place.ts';
import type { Series } from '../series/series.ts';
import type { Topic } from '../topics/topic.ts';
import type { CatalogueKind } from './kinds.ts';

type Entries = {
  actor: Actor;
  author: Author;
  issue: Issue;
  place: Place;
  series: Series;
  topic: Topic;
};

/** What editors enter for each kind. */
export type CatalogueEntries = { [K in CatalogueKind]: Entries[K] };
