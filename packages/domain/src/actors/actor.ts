import { z } from 'zod';
import { boundedString, Id, line, Slug, text } from '../values.ts';

export const ActorKind = z.enum(['person', 'group', 'state', 'organisation', 'office']);
export type ActorKind = z.infer<typeof ActorKind>;

export const WikidataId = boundedString(20).regex(
  /^Q[1-9][0-9]*$/,
  'use a Wikidata id such as Q1234',
);

export const ActorContent = z.strictObject({
  slug: Slug,
  kind: ActorKind,
  name: line(200),
  aliases: z.array(line(200)).max(50).default([]),
  partOfId: Id.nullable().default(null),
  wikidataId: WikidataId.nullable().default(null),
  description: text(1000).default(''),
  /** For the desk only. Protected. */
  note: text(5000).default(''),
});
export type ActorContent = z.infer<typeof ActorContent>;

export const Actor = ActorContent.extend({ id: Id, save: z.int().min(1) });
export type Actor = z.infer<typeof Actor>;
