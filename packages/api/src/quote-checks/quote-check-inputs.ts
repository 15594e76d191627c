import {
  QuoteAnswer,
  QuoteCheckToken,
  quoteCheckDays,
} from '@viewpoints/domain/findings/quote-check';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

export const ListQuoteChecks = z.strictObject({ findingId: Id });
export const CreateQuoteCheck = z.strictObject({
  findingId: Id,
  days: z
    .int()
    .min(1, 'use at least one day')
    .max(quoteCheckDays.most, `use at most ${quoteCheckDays.most} days`)
    .default(quoteCheckDays.default),
});
export const OneQuoteCheck = z.strictObject({ id: Id });

/** The reading site's request for a person who opened a link. */
export const ShowQuoteCheck = z.strictObject({ token: QuoteCheckToken });
export const AnswerQuoteCheck = z.strictObject({ token: QuoteCheckToken, answer: QuoteAnswer });
