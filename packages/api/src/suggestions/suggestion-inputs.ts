import { Id } from '@viewpoints/domain/values';
import { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { z } from 'zod';

/** How many suggestions one call decides at most. */
const MAX_SUGGESTIONS = 500;

export const ListSuggestions = z.strictObject({ articleId: Id });
/** A suggestion with the digest of what it said when it was looked at. */
const SeenSuggestion = SuggestionKey.extend({ digest: z.string().max(64) });

export const DecideSuggestions = z.strictObject({
  articleId: Id,
  suggestions: z.array(SeenSuggestion).min(1).max(MAX_SUGGESTIONS),
});
