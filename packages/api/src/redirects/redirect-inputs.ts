import {
  MAX_IMPORTED,
  RedirectContent,
  RedirectOrigin,
} from '@viewpoints/domain/redirects/redirect';
import { boundedString, Id, Slug } from '@viewpoints/domain/values';
import { z } from 'zod';
import { cursorInput } from '../paging.ts';

/** What a redirect that no editor wrote is found by. */
const DerivedId = z.templateLiteral([z.enum(['slug', 'import']), ':', z.string().max(150)], {
  error: 'use the id that the list of redirects has',
});

export const ListRedirects = z.strictObject({
  cursor: cursorInput(
    z.tuple([boundedString(2000), boundedString(200)]).transform(([key, id]) => ({ key, id })),
    { maxLength: 12_000, message: 'use a cursor as a list handed it out' },
  ).nullish(),
  limit: z.int().min(1).max(100).default(50),
  /** Words of either address. */
  q: boundedString(200).optional(),
  origin: RedirectOrigin.optional(),
});
export const ExportRedirects = ListRedirects.omit({ limit: true });
export const OneRedirect = z.strictObject({ id: Id });
export const AddRedirect = z.strictObject({ content: RedirectContent });
export const SaveRedirect = z.strictObject({
  id: Id,
  seen: z.int().positive(),
  content: RedirectContent,
});
export const RemoveRedirect = z.strictObject({ id: z.union([Id, DerivedId]) });
/** A file of redirects: as many as it may have, each with two addresses of usual length. */
export const ImportRedirects = z.strictObject({ csv: boundedString(MAX_IMPORTED * 400) });

/** A redirect that a changed slug left: its kind and the slug. */
export const FormerSlugId = z.tuple([z.string(), Slug]);
