import type { FindingContent, Quote } from '@viewpoints/domain/findings/finding';
import { blankDeskFields, blankPlainFields } from '@viewpoints/domain/findings/finding-fields';
import { byListedField } from '@viewpoints/domain/kinds/listed-kinds';

/**
 * A finding as it is being written. It may lack what a finding must have: saving requires some of
 * that, verifying all of it.
 */
export type FindingDraft = FindingContent;

/** A new finding on a quote: the quote's own words are the proposition until it is reworded. */
export function draftFromQuote(quote: Quote): FindingDraft {
  return {
    proposition: quote.exact.slice(0, 500),
    holders: [],
    ...blankPlainFields(),
    scope: null,
    asOf: null,
    consensus: null,
    ...byListedField(() => []),
    evidence: { quote, locators: [] },
    attribution: { sourceId: null, terms: null, descriptor: null, participantId: null },
    ...blankDeskFields(),
  };
}
