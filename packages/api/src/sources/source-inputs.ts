import { ListDay } from '@viewpoints/db/editorial/list-filters';
import { AttributionTerms, Waiver } from '@viewpoints/domain/attribution/terms';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { SourceContent, SourceKind, StoredSourceContent } from '@viewpoints/domain/sources/source';
import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { inOrder } from '../paging.ts';

export const ListSources = inOrder(ListOrder).extend({
  q: text(200).optional(),
  kind: SourceKind.optional(),
  terms: AttributionTerms.optional(),
  /** The first and the last day of its last change, in the journal's time zone. */
  from: ListDay.optional(),
  to: ListDay.optional(),
});
export const OneSource = z.strictObject({ id: Id });
/** Dates are validated only when they change: protecting a source is never refused. */
export const SaveSource = z.strictObject({
  id: Id,
  seen: z.int().min(1),
  content: StoredSourceContent,
});
export const RecordWaiver = Waiver.pick({
  sourceId: true,
  participantId: true,
  covers: true,
  grantedBy: true,
  basis: true,
  grantedAt: true,
});
export const ListWaivers = z.strictObject({ sourceId: Id });
export const SignOffWaiver = z.strictObject({ id: Id });
export const EnterDescribed = z.strictObject({ id: Id, content: SourceContent });
/** `sourceId`: the source that it is; null if it is dismissed. */
export const ResolveDescription = z.strictObject({ id: Id, sourceId: Id.nullable() });
export type Input<Schema extends z.ZodType> = z.output<Schema>;
