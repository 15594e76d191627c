import { z } from 'zod';
import { ActorKind } from './actor.ts';

export const ActorView = z.strictObject({
  slug: z.string(),
  kind: ActorKind,
  name: z.string(),
  aliases: z.array(z.string()),
  description: z.string(),
  partOf: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  wikidataId: z.string().nullable(),
});
export type ActorView = z.infer<typeof ActorView>;
