import { Id } from '@viewpoints/domain/values';
import { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { z } from 'zod';

/** How many suggestions one call decides at most. */
const MAX_SUGGESTIONS = 500;

export const ListSuggestions = z.strictObject({ articleId: Id });
export const DecideSuggestions = z.strictObject({
  articleId: Id,
  suggestions: z.array(SuggestionKey).min(1).max(MAX_SUGGESTIONS),
});
