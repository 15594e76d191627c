import { SearchFilters } from '@viewpoints/domain/search/facets';
import { maxSearchInput } from '@viewpoints/domain/search/parse-search';
import { Id } from '@viewpoints/domain/values';
import type { HitCursor } from '@viewpoints/published/search/search';
import { z } from 'zod';
import { cursorInput } from '../paging.ts';

const Cursor = cursorInput(
  z
    .tuple([z.int().min(0).max(2_000_000_000), Id])
    .transform(([score, id]): HitCursor => ({ score, id })),
  { maxLength: 200, message: 'use a cursor as a search handed it out' },
);

/** A search: what was typed, and the chosen filters. */
export const SearchInput = z.strictObject({
  q: z.string().max(maxSearchInput).default(''),
  ...SearchFilters.shape,
  cursor: Cursor.nullish(),
  limit: z.int().min(1).max(100).default(20),
});
export type SearchInput = z.infer<typeof SearchInput>;

export const SuggestInput = z.strictObject({ q: z.string().max(maxSearchInput) });
