import { actorTable } from '@viewpoints/db/editorial/actors';
import { authorTable } from '@viewpoints/db/editorial/authors';
import { issueTable } from '@viewpoints/db/editorial/issues';
import { placeTable } from '@viewpoints/db/editorial/places';
import { seriesTable } from '@viewpoints/db/editorial/series';
import { topicTable } from '@viewpoints/db/editorial/topics';
import { ActorContent } from '@viewpoints/domain/actors/actor';
import { AuthorContent } from '@viewpoints/domain/articles/article';
import { IssueContent } from '@viewpoints/domain/issues/issue';
import { PlaceContent } from '@viewpoints/domain/places/place';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { createEntry } from '../catalogue/create-entry.ts';
import { saveSettings } from '../settings/save-settings.ts';
import { sampleActors } from './sample-actors.ts';
import {
  sampleAuthors,
  sampleIssues,
  samplePlaces,
  sampleSeries,
  sampleSettings,
  sampleTopics,
} from './sample-catalogue.ts';
import type { SampleDesk } from './sample-desk.ts';
import type { SampleIds } from './sample-ids.ts';

/** Sets the journal up and enters its topics, series, issues, places, actors and authors. */
export async function loadCatalogue(desk: SampleDesk, ids: SampleIds, at: Date): Promise<void> {
  await saveSettings(desk.admin(at), { seen: 0, content: sampleSettings });
  const ctx = desk.writer(at);

  for (const [position, topic] of sampleTopics.entries()) {
    const content = TopicContent.parse({ ...topic, position });
    const { id } = await createEntry(ctx, topicTable, content);
    ids.set('topic', topic.slug, id);
  }
  for (const series of sampleSeries) {
    const { id } = await createEntry(ctx, seriesTable, series);
    ids.set('series', series.slug, id);
  }
  for (const { parent, ...issue } of sampleIssues) {
    const parentId = parent === undefined ? null : ids.resolve('issue', parent);
    const content = IssueContent.parse({ ...issue, parentId });
    const { id } = await createEntry(ctx, issueTable, content);
    ids.set('issue', issue.slug, id);
  }
  for (const place of samplePlaces) {
    const content = PlaceContent.parse(place);
    const { id } = await createEntry(ctx, placeTable, content);
    ids.set('place', place.slug, id);
  }
  for (const { partOf, ...actor } of sampleActors) {
    const partOfId = partOf === undefined ? null : ids.resolve('actor', partOf);
    const content = ActorContent.parse({ ...actor, partOfId });
    const { id } = await createEntry(ctx, actorTable, content);
    ids.set('actor', actor.slug, id);
  }
  for (const author of sampleAuthors) {
    const content = AuthorContent.parse(author);
    const { id } = await createEntry(ctx, authorTable, content);
    ids.set('author', author.slug, id);
  }
}
