import type { Finding, Quote } from '@viewpoints/domain/findings/finding';
import { FindingContent } from '@viewpoints/domain/findings/finding';
import { z } from 'zod';

/**
 * A finding as it is being written. It may lack what a finding must have; saving asks for the
 * rest, verifying for all of it.
 */
export type FindingDraft = FindingContent;

/** What an editor writes of a finding, without its place in the workflow. */
export function draftOf(finding: Finding): FindingDraft {
  const fields = Object.keys(FindingContent.shape) as (keyof FindingContent)[];
  return Object.fromEntries(fields.map((field) => [field, finding[field]])) as FindingDraft;
}

/** A new finding on a quote: the quote's own words stand as the proposition until it is put better. */
export function draftFromQuote(quote: Quote): FindingDraft {
  return {
    proposition: quote.exact.slice(0, 500),
    holders: [],
    stance: 'asserts',
    polarity: 'affirmative',
    modality: 'actual',
    register: 'unknown',
    conditions: [],
    scope: null,
    asOf: null,
    consensus: null,
    issueIds: [],
    placeIds: [],
    evidence: { quote, locators: [] },
    attribution: { sourceId: null, terms: null, descriptor: null, participantId: null },
    note: '',
  };
}

const Kept = z.object({ seen: z.string().nullable(), draft: z.record(z.string(), z.unknown()) });
const key = (articleId: string, finding: string) => `viewpoints-finding ${articleId} ${finding}`;

/** A draft that was left on this device, with the `updatedAt` of the finding it was based on. */
export function keptDraft(
  articleId: string,
  finding: string,
): { seen: string | null; draft: FindingDraft } | null {
  try {
    const stored = localStorage.getItem(key(articleId, finding));
    const kept = stored === null ? null : Kept.parse(JSON.parse(stored));
    return kept && { seen: kept.seen, draft: kept.draft as unknown as FindingDraft };
  } catch {
    return null;
  }
}

/** Keeps a draft on this device until it is saved; a full or refused store loses nothing shown. */
export function keepDraft(
  articleId: string,
  finding: string,
  kept: { seen: string | null; draft: FindingDraft } | null,
): void {
  try {
    if (kept === null) localStorage.removeItem(key(articleId, finding));
    else localStorage.setItem(key(articleId, finding), JSON.stringify(kept));
  } catch {
    // The draft is still on the screen, and leaving the page warns of it.
  }
}
