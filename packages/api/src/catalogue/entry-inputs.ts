import { ActorKind } from '@viewpoints/domain/actors/actor';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byName } from '../paging.ts';

export const ListEntries = byName.extend({
  q: text(200).optional(),
  counted: z.boolean().optional(),
});
export const ListActors = ListEntries.extend({ ofKind: ActorKind.optional() });
export const OneEntry = z.strictObject({ id: Id });

/** A save of an entry, with the save that the writer saw. */
export const saveOf = <Content, Given>(content: z.ZodType<Content, Given>) =>
  z.strictObject({ id: Id, seen: z.int().min(1), content });
