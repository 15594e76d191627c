import type { DB } from '@viewpoints/db/generated/tables';
import { queriesOf } from '@viewpoints/db/query-builder';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { StoredArticleView } from '@viewpoints/domain/articles/stored-article-view';
import type { StoredSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import type { StoredFindingView } from '@viewpoints/domain/findings/stored-finding-view';

/** The tables, and the view that readers have pages from. */
type Tables = DB & { published_page: DB['published_article'] };

/** The columns that the role viewpoints_reader may select: a test compares them with its grants. */
export const readerColumns = {
  actor: ['id', 'slug', 'kind', 'name', 'aliases', 'part_of_id', 'wikidata_id', 'description'],
  announcement_key: ['public_key'],
  author: ['id', 'slug', 'name', 'about', 'same_as'],
  former_address: ['path_hash', 'article_id'],
  former_slug: ['kind', 'slug', 'ref_id'],
  issue: ['id', 'slug', 'name', 'description', 'parent_id'],
  journal: [
    ...['id', 'name', 'tagline', 'language', 'time_zone', 'notice', 'contact'],
    ...['subscriptions', 'newsletter_languages'],
  ],
  media: ['id', 'path', 'media_type', 'byte_size', 'width', 'height', 'sha256'],
  menu_entry: ['position', 'menu', 'under', 'kind', 'ref_id', 'address', 'label'],
  place: ['id', 'slug', 'name', 'longitude', 'latitude', 'wikidata_id'],
  public_change: ['number', 'cursor_id', 'kind', 'ref_id', 'at'],
  published_about: ['finding_id', 'issue_id'],
  published_article: [
    ...['id', 'slug', 'version', 'visible_from', 'published_at', 'revised_at', 'genre'],
    ...['language', 'retracted', 'summary', 'translation_group'],
  ],
  published_article_topic: ['article_id', 'topic_id'],
  published_citation: ['citing_id', 'origin_id', 'cited_id', 'target_id'],
  published_contributor: ['article_id', 'author_id'],
  published_correction: [
    ...['id', 'article_id', 'kind', 'severity', 'was', 'now', 'why', 'finding_id', 'at'],
    ...['visible_from'],
  ],
  published_finding: [
    ...['id', 'article_id', 'number', 'withdrawn_at', 'visible_from', 'published_at', 'stance'],
    ...['register', 'source_id', 'held_at', 'view', 'legacy_anchor'],
  ],
  published_holding: ['finding_id', 'actor_id'],
  published_link: ['from_id', 'kind', 'to_id'],
  published_media: ['article_id', 'media_id'],
  published_mention: ['kind', 'ref_id', 'article_id'],
  published_null_result: [
    ...['id', 'actor_id', 'issue_id', 'searched', 'as_of', 'language', 'searched_to'],
    ...['published_at', 'register'],
  ],
  published_page: [
    ...['id', 'slug', 'path', 'version', 'visible_from', 'published_at', 'revised_at', 'language'],
    ...['retracted', 'summary', 'translation_group'],
  ],
  published_part: ['article_id', 'series_id', 'part'],
  published_pick: ['article_id', 'picked_id', 'position'],
  published_place: ['finding_id', 'place_id'],
  published_related: ['article_id', 'related_id', 'score'],
  published_source: ['article_id', 'source_id', 'slug', 'view', 'published_at'],
  published_supersession: ['old_id', 'new_id', 'kind', 'at'],
  published_version: ['article_id', 'number', 'visible_from', 'at', 'note', 'minor', 'view'],
  redirect: ['from_hash', 'target'],
  search_document: ['id', 'kind', 'article_id', 'visible_from', 'text'],
  series: ['id', 'slug', 'name', 'about', 'complete'],
  topic: ['id', 'slug', 'name', 'description', 'position'],
} as const satisfies { [Table in keyof Tables]?: readonly (keyof Tables[Table])[] };

type ReaderColumns = typeof readerColumns;

/** Columns stored as JSON: written only from these views, with which a test parses them. */
type StoredViews = {
  published_article: { summary: ArticleSummary };
  published_page: { summary: ArticleSummary };
  published_finding: { view: StoredFindingView };
  published_source: { view: StoredSourceView };
  published_version: { view: StoredArticleView | null };
};
type StoredView<Table, Column> = Table extends keyof StoredViews
  ? Column extends keyof StoredViews[Table]
    ? StoredViews[Table][Column]
    : never
  : never;

/** The tables that the reading site's role sees, without the columns that it does not. */
export type ReaderTables = {
  [Table in keyof ReaderColumns]: {
    [Column in ReaderColumns[Table][number] & keyof Tables[Table]]: [
      StoredView<Table, Column>,
    ] extends [never]
      ? Tables[Table][Column]
      : StoredView<Table, Column>;
  };
};

/** Queries of what readers may see; `selectRows` runs them. */
export const published = queriesOf<ReaderTables>();
