import { Article, Byline, Genre } from '@viewpoints/domain/articles/article';
import { Revision } from '@viewpoints/domain/articles/revision';
import { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { Block, nodeTypes } from '@viewpoints/domain/document/blocks';
import { KeyPoint } from '@viewpoints/domain/document/blocks/key-points';
import { ListItem } from '@viewpoints/domain/document/blocks/list';
import { TableCell, TableHeader, TableRow } from '@viewpoints/domain/document/blocks/table';
import { Inline } from '@viewpoints/domain/document/inline';
import type {
  ContentDifference as HeldDifferenceData,
  InlineDifference as InlineDifferenceData,
  NodeDifference as NodeDifferenceData,
} from '@viewpoints/domain/document/node-difference';
import {
  Consensus,
  Finding,
  Holder,
  Link,
  Locator,
  Scope,
} from '@viewpoints/domain/findings/finding';
import { PlainFields, plainFieldNames } from '@viewpoints/domain/findings/finding-fields';
import { listedKinds } from '@viewpoints/domain/kinds/listed-kinds';
import { Part } from '@viewpoints/domain/series/series';
import { Direction } from '@viewpoints/domain/values';
import { z } from 'zod';
import { DiffPart, FindingName } from './articles.ts';
import { Person } from './shared.ts';

export const HistoryItem = z.strictObject({
  id: z.string(),
  at: z.string(),
  revision: z
    .strictObject({
      number: z.number(),
      reason: Revision.shape.reason,
      createdBy: Person,
    })
    .nullable(),
  authors: z.array(Person),
  name: z.string().nullable(),
});

export const ComparedMoment = z.strictObject({
  id: z.string().nullable(),
  at: z.string(),
  number: z.number().nullable(),
  name: z.string().nullable(),
});

export const NamedEntry = z.strictObject({ id: z.string(), name: z.string().nullable() });

export const RestoredWords = z.strictObject({
  article: Article,
  findings: z.array(Finding),
  suggestionsGone: z.number(),
  left: z.array(z.strictObject({ findingId: z.string(), number: z.number() })),
});

const changedField = <const Field extends string, Value extends z.ZodType>(
  field: Field,
  value: Value,
) => z.strictObject({ field: z.literal(field), before: value, after: value });

export const FieldDifference = z.union([
  changedField('slug', z.string()),
  changedField('note', z.string().nullable()),
  changedField('language', z.string()),
  changedField('section', z.string()),
  changedField('genre', Genre),
  changedField('direction', Direction),
  changedField('headline', z.string()),
  changedField('standfirst', z.string()),
  changedField('byline', Byline.nullable()),
  changedField('topicIds', z.array(z.string())),
  changedField('sourceIds', z.array(z.string())),
  changedField('series', Part.nullable()),
  changedField('translationOf', z.string().nullable()),
  changedField('pickIds', z.array(z.string())),
]);

/** A block, or a part of one. */
export const BlockNode = z.union([Block, ListItem, KeyPoint, TableHeader, TableCell, TableRow]);

/** A block without what it holds. Its attributes are those of its kind. */
const NodeShell = z.strictObject({
  type: z.enum(nodeTypes),
  attrs: z.exactOptional(z.unknown()),
});

export const InlineDifference: z.ZodType<InlineDifferenceData> = z.union([
  z.strictObject({ kind: z.enum(['same', 'removed', 'added']), inline: Inline }),
  z.strictObject({ kind: z.literal('marked'), before: Inline, after: Inline }),
  z.strictObject({ kind: z.literal('note'), parts: z.array(z.lazy(() => InlineDifference)) }),
]);

export const ContentDifference: z.ZodType<HeldDifferenceData> = z.union([
  z.strictObject({ holds: z.literal('inlines'), parts: z.array(InlineDifference) }),
  z.strictObject({ holds: z.literal('blocks'), nodes: z.array(z.lazy(() => NodeDifference)) }),
  z.strictObject({ holds: z.literal('code'), parts: z.array(DiffPart) }),
  z.strictObject({ holds: z.literal('nothing') }),
]);

export const NodeDifference: z.ZodType<NodeDifferenceData> = z.union([
  z.strictObject({ kind: z.literal('same'), place: z.number(), node: BlockNode }),
  z.strictObject({
    kind: z.enum(['removed', 'added']),
    place: z.number(),
    node: BlockNode,
    moved: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal('changed'),
    place: z.number(),
    before: NodeShell,
    after: NodeShell,
    content: ContentDifference,
  }),
]);

const changedPart = <const Part extends string, Value extends z.ZodType>(
  part: Part,
  value: Value,
) => z.strictObject({ part: z.literal(part), before: value.nullable(), after: value.nullable() });

const ids = z.array(z.string());
/** Those that readers see as they were written. */
const plainParts = plainFieldNames.map((field) => {
  const value: z.ZodType = PlainFields.shape[field];
  return changedPart(field, value instanceof z.ZodDefault ? (value.unwrap() as z.ZodType) : value);
}) as unknown as { [K in keyof PlainFields]: ChangedPlainPart<K> }[keyof PlainFields][];
type ChangedPlainPart<K extends keyof PlainFields> = z.ZodType<{
  part: K;
  before: PlainFields[K] | null;
  after: PlainFields[K] | null;
}>;
export const FindingPartDifference = z.union([
  changedPart('sourceId', z.string()),
  changedPart('participantId', z.string()),
  changedPart('terms', AttributionTerms),
  changedPart('descriptor', z.string()),
  ...plainParts,
  changedPart('quote', z.string()),
  changedPart('locators', z.array(Locator)),
  changedPart('proposition', z.string()),
  changedPart('holders', z.array(Holder)),
  changedPart('scope', Scope),
  changedPart('asOf', z.string()),
  changedPart('consensus', Consensus),
  ...listedKinds.map(({ field }) => changedPart(field, ids)),
]);

export const FindingDifference = z.strictObject({
  findingId: z.string(),
  number: z.number(),
  kind: z.enum(['changed', 'removed', 'added']),
  proposition: z.string(),
  parts: z.array(FindingPartDifference),
});

export const ArticleDifference = z.strictObject({
  fields: z.array(FieldDifference),
  body: z.array(NodeDifference).nullable(),
  findings: z.array(FindingDifference),
  links: z.array(z.strictObject({ kind: z.enum(['removed', 'added']), link: Link })),
});

export const Comparison = z.strictObject({
  from: ComparedMoment,
  to: ComparedMoment,
  difference: ArticleDifference,
  language: z.string(),
  direction: Direction,
  linked: z.array(FindingName),
});
