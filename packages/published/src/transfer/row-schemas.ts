import { HouseStyle } from '@viewpoints/domain/advice/house-style';
import { ArticleSummary, ArticleView } from '@viewpoints/domain/articles/article-view';
import { Revision } from '@viewpoints/domain/articles/revision';
import {
  StoredArticleView,
  storedArticleView,
} from '@viewpoints/domain/articles/stored-article-view';
import { SourceView } from '@viewpoints/domain/attribution/source-view';
import {
  StoredSourceView,
  storedSourceView,
} from '@viewpoints/domain/attribution/stored-source-view';
import { Document } from '@viewpoints/domain/document/document';
import { FindingView } from '@viewpoints/domain/findings/finding-view';
import {
  StoredFindingView,
  storedFindingView,
} from '@viewpoints/domain/findings/stored-finding-view';
import { ImportPoint } from '@viewpoints/domain/imports/import-points';
import { ImportSummary } from '@viewpoints/domain/imports/import-run';
import { WordReport } from '@viewpoints/domain/imports/word-report';
import { z } from 'zod';
import type { Column } from './table-columns.ts';

/** What the domain says of columns that hold JSON. */
const stored: Readonly<Record<string, z.ZodType>> = {
  'article.body': Document,
  'house_style_table.rules': HouseStyle,
  'import_item.points': z.array(ImportPoint),
  'import_run.summary': ImportSummary,
  'published_article.summary': ArticleSummary,
  // An export may have been made before words of ours were taken out of all views.
  'published_finding.view': z.union([StoredFindingView, FindingView]),
  'published_source.view': z.union([StoredSourceView, SourceView]),
  'published_version.view': z.union([StoredArticleView, ArticleView]),
  'revision.content': Revision.shape.content,
  'revision.findings': Revision.shape.findings,
  'revision.links': Revision.shape.links,
  'word_import.report': WordReport,
};

/** Takes words of ours out of a row, which a version before this stored in views. */
export function withoutWords(table: string, row: Record<string, unknown>): Record<string, unknown> {
  switch (table) {
    case 'published_finding':
      return { ...row, view: storedFindingView(row.view as FindingView) };
    case 'published_source':
      return { ...row, view: storedSourceView(row.view as SourceView) };
    case 'published_version':
      return row.view === null ? row : { ...row, view: storedArticleView(row.view as ArticleView) };
    default:
      return row;
  }
}

/** How values of PostgreSQL's types are written. */
const scalars: Readonly<Record<string, z.ZodType>> = {
  bool: z.boolean(),
  bytea: z.base64(),
  date: z.iso.date(),
  float4: z.number(),
  float8: z.number(),
  int2: z.int().min(-32_768).max(32_767),
  int4: z.int32(),
  int8: z.string().regex(/^-?\d{1,19}$/),
  jsonb: z.unknown(),
  text: z.string(),
  timestamptz: z.iso.datetime({ precision: 3 }),
  uuid: z.guid(),
};

/**
 * The schema of the rows of a table, by its columns.
 * @param options.withStored with what the domain says of JSON, which is too much for a description
 */
export function rowSchema(
  table: string,
  columns: readonly Column[],
  { withStored }: { withStored: boolean },
): z.ZodType<Record<string, unknown>> {
  return z.strictObject(
    Object.fromEntries(
      columns.map((column) => {
        const whole = column.isList ? z.array(valueSchema(column)) : valueSchema(column);
        const known = withStored ? stored[`${table}.${column.name}`] : undefined;
        const value = known ?? whole;
        return [column.name, column.nullable ? value.nullable() : value];
      }),
    ),
  );
}

function valueSchema({ type, labels, name }: Column): z.ZodType {
  if (labels !== null) return z.enum(labels);
  const scalar = scalars[type];
  if (scalar === undefined) throw new Error(`${name} has a type that exports do not know: ${type}`);
  return scalar;
}
