import { Id, line } from '@viewpoints/domain/values';
import { z } from 'zod';

/** An alarm as its reason describes it: place and details are copied from there. */
export const ClearMention = z.strictObject({
  articleId: Id.nullable(),
  sourceId: Id,
  participantId: Id.nullable(),
  /** The place of the reason, "body" or "findings.<id>.proposition". */
  place: z.string().min(1).max(200),
  /** `details.context` of the reason: the words found with those around them. */
  words: z.string().min(1).max(2000),
  why: line(500),
});

export const StateNobodyTookPart = z.strictObject({ sourceId: Id, why: line(500) });
export const OneClearance = z.strictObject({ id: Id });
export const ListClearances = z.strictObject({ sourceIds: z.array(Id).min(1).max(100) });
export type Input<Schema extends z.ZodType> = z.output<Schema>;
