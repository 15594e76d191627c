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

/**
 * Those entries with everything above them in their trees, which parts of the series are out, of
 * which article each, and the addresses at which entries and the article are still found.
 */
export type NamedEntries = {
  actors: Actor[];
  authors: Author[];
  issues: Issue[];
  places: Place[];
  series: Series[];
  topics: Topic[];
  parts: { articleId: string; part: number }[];
  formerSlugs: { refId: string; slug: string }[];
};

/** Finds all that an article names in the catalogue at once; what is not there is left out. */
export async function listNamedEntries(
  db: Transaction,
  { articleId, sourceIds, ...ids }: NamedIds & { articleId: string; sourceIds: string[] },
): Promise<NamedEntries> {
  const flat = [...ids.authorIds, ...ids.placeIds, ...ids.seriesIds, ...ids.topicIds, ...sourceIds];
  const [found] = await db.$queryRaw<[NamedEntries]>`
    with recursive actors as (
      select unnest(${ids.actorIds}::uuid[]) as id
      union select a.part_of_id from actor a join actors on actors.id = a.id where a.part_of_id is not null
    ), issues as (
      select unnest(${ids.issueIds}::uuid[]) as id
      union select i.parent_id from issue i join issues on issues.id = i.id where i.parent_id is not null
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'kind', kind, 'name', name, 'aliases', aliases, 'partOfId', part_of_id,
         'wikidataId', wikidata_id, 'description', description, 'note', note, 'save', save)), '[]')
       from actor where id in (select id from actors)) as actors,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'about', about, 'sameAs', same_as, 'save', save)), '[]')
       from author where id = any(${ids.authorIds}::uuid[])) as authors,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', id, 'slug', slug, 'name', name, 'description', description, 'parentId', parent_id, 'save', save)), '[]')
       from issue where id in (select id from issues)) as issues,
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
       from published_part where series_id = any(${ids.seriesIds}::uuid[])) as parts,
      (select coalesce(jsonb_agg(jsonb_build_object('refId', ref_id, 'slug', slug) order by slug), '[]')
       from former_slug where ref_id = ${articleId}::uuid or ref_id = any(${flat}::uuid[])
         or ref_id in (select id from actors) or ref_id in (select id from issues)) as "formerSlugs"`;
  return found;
}
