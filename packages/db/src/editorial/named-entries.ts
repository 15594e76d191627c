import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Author } from '@viewpoints/domain/articles/article';
import type { Issue } from '@viewpoints/domain/issues/issue';
import type { Place } from '@viewpoints/domain/places/place';
import type { Series } from '@viewpoints/domain/series/series';
import type { Topic } from '@viewpoints/domain/topics/topic';
import type { Transaction } from '../client.ts';

/** Ids of entries of the catalogue that something names. */
export type NamedIds = Record<
  'actorIds' | 'authorIds' | 'issueIds' | 'placeIds' | 'seriesIds' | 'topicIds',
  string[]
>;

/** Those entries, and which parts of the series are out, of which article each. */
export type NamedEntries = {
  actors: Actor[];
  authors: Author[];
  issues: Issue[];
  places: Place[];
  series: Series[];
  topics: Topic[];
  parts: { articleId: string; part: number }[];
};

/** Finds all that an article names in the catalogue at once; what is not there is left out. */
export async function listNamedEntries(db: Transaction, ids: NamedIds): Promise<NamedEntries> {
  const [found] = await db.$queryRaw<[NamedEntries]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'kind', kind, 'name', name, 'aliases', aliases, 'partOfId', part_of_id,
         'wikidataId', wikidata_id, 'description', description, 'note', note, 'save', save)), '[]')
       from actor where id = any(${ids.actorIds}::uuid[])) as actors,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'about', about, 'sameAs', same_as, 'save', save)), '[]')
       from author where id = any(${ids.authorIds}::uuid[])) as authors,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'description', description, 'parentId', parent_id, 'save', save)), '[]')
       from issue where id = any(${ids.issueIds}::uuid[])) as issues,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'wikidataId', wikidata_id, 'save', save,
         'coordinates', case when longitude is not null and latitude is not null
                        then jsonb_build_array(longitude, latitude) end)), '[]')
       from place where id = any(${ids.placeIds}::uuid[])) as places,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'about', about, 'complete', complete, 'save', save)), '[]')
       from series where id = any(${ids.seriesIds}::uuid[])) as series,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'description', description, 'position', position, 'save', save)), '[]')
       from topic where id = any(${ids.topicIds}::uuid[])) as topics,
      (select coalesce(jsonb_agg(jsonb_build_object('articleId', article_id, 'part', part)), '[]')
       from published_part where series_id = any(${ids.seriesIds}::uuid[])) as parts`;
  return found;
}
