import { FindingState } from '@viewpoints/domain/findings/finding';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { QuoteAnswerKind } from '@viewpoints/domain/findings/quote-check';
import { z } from 'zod';
import { ShownAttribution } from './articles.ts';
import { EntryName, Person, Reason } from './shared.ts';

export const FindingListItem = z.strictObject({
  id: z.string(),
  number: z.number().nullable(),
  state: FindingState,
  proposition: z.string(),
  stance: Stance,
  article: z.strictObject({ id: z.string(), headline: z.string(), slug: z.string() }),
  holders: z.array(z.strictObject({ actor: EntryName.nullable(), wording: z.string().nullable() })),
  issues: z.array(EntryName),
  proposedBy: Person.nullable(),
  reviewBy: z.string().nullable(),
  updatedAt: z.string(),
});

export const QuoteCheckStatus = z.enum(['void', 'open', 'expired', 'revoked']);

export const QuoteCheckItem = z.strictObject({
  id: z.string(),
  expiresAt: z.string(),
  madeAt: z.string(),
  answer: z.strictObject({ kind: QuoteAnswerKind, said: z.string(), at: z.string() }).nullable(),
  madeBy: Person,
  status: QuoteCheckStatus,
  isCurrent: z.boolean(),
});

export const FindingPreview = z.strictObject({
  id: z.string(),
  number: z.number(),
  proposition: z.string(),
  before: ShownAttribution.nullable(),
  after: ShownAttribution.nullable(),
  voids: z.boolean(),
  reasons: z.array(Reason),
});

export const UndoneFindings = z.strictObject({
  undone: z.array(z.string()),
  leftOut: z.array(
    z.strictObject({ id: z.string(), number: z.number(), reasons: z.array(Reason) }),
  ),
});
