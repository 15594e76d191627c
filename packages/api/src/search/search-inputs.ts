import { Genre } from '@viewpoints/domain/articles/article';
import { Stance } from '@viewpoints/domain/findings/finding';
import { mostTyped } from '@viewpoints/domain/search/parse-search';
import { searchKinds } from '@viewpoints/domain/search/search-query';
import { Id, Language, Slug } from '@viewpoints/domain/values';
import type { HitCursor } from '@viewpoints/published/search/search';
import { z } from 'zod';
import { cursorInput } from '../paging.ts';

const Cursor = cursorInput(
  z
    .tuple([z.int().min(0).max(2_000_000_000), Id])
    .transform(([score, id]): HitCursor => ({ score, id })),
  { maxLength: 200, message: 'use a cursor as a search handed it out' },
);

/** A question: what somebody typed, and what they chose to narrow it by. */
export const SearchInput = z.strictObject({
  q: z.string().max(mostTyped).default(''),
  kind: z.enum(searchKinds).optional(),
  genre: Genre.optional(),
  stance: Stance.optional(),
  topic: Slug.optional(),
  actor: Slug.optional(),
  issue: Slug.optional(),
  author: Slug.optional(),
  /** The language that findings were said in. */
  saidIn: Language.optional(),
  language: Language.optional(),
  year: z.int().min(1).max(9999).optional(),
  cursor: Cursor.nullish(),
  limit: z.int().min(1).max(100).default(20),
});
export type SearchInput = z.infer<typeof SearchInput>;

export const SuggestInput = z.strictObject({ q: z.string().max(mostTyped) });
