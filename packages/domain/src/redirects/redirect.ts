import { z } from 'zod';
import type { SearchedText } from '../attribution/mention-reasons.ts';
import { boundedString, Id, Instant } from '../values.ts';

/** A redirect as an editor writes it; `checkRedirect` says what it is stored as. */
export const RedirectContent = z.strictObject({
  from: boundedString(2000),
  to: boundedString(2000),
});
export type RedirectContent = z.infer<typeof RedirectContent>;

/** Where a redirect comes from: an editor, a slug that was changed, or an import from another system. */
export const RedirectOrigin = z.enum(['edited', 'slug', 'import']);
export type RedirectOrigin = z.infer<typeof RedirectOrigin>;

/** Why a redirect leads nowhere at the moment, or readers do not get it. */
export const RedirectNote = z.enum([
  /** Something that readers have is at the address: they get that. */
  'shadowed',
  /** Nothing that readers have is where it leads. */
  'dead_end',
  /** It mentions what terms protect, and readers do not have it. */
  'protected',
]);
export type RedirectNote = z.infer<typeof RedirectNote>;

/** A redirect in the list of all of them. */
export const ListedRedirect = z.strictObject({
  /** Of one that was edited its id; else its origin and what it is found by. */
  id: z.string(),
  origin: RedirectOrigin,
  from: z.string(),
  to: z.string(),
  /** Where readers end up, if that is another redirect's target. */
  target: z.string(),
  notes: z.array(RedirectNote),
  /** Grows with each change; a write names the one it saw. Null for one that is not edited. */
  save: z.int().positive().nullable(),
  savedBy: z.strictObject({ id: Id, name: z.string() }).nullable(),
  savedAt: Instant.nullable(),
});
export type ListedRedirect = z.infer<typeof ListedRedirect>;

/** A redirect as it is after a change. */
export const Redirect = z.strictObject({
  id: Id,
  from: z.string(),
  to: z.string(),
  target: z.string(),
  save: z.int().positive(),
});
export type Redirect = z.infer<typeof Redirect>;

/** Most redirects that one file brings in. */
export const MAX_IMPORTED = 5000;

/**
 * What readers may learn from a redirect, with the field where an editor changes it. An address is looked
 * through as it is and decoded: readers see both.
 */
export function redirectTexts(redirect: {
  from: string;
  to: string;
  target?: string;
}): SearchedText[] {
  const { from, to, target } = redirect;
  return [
    { text: from, at: 'redirect.from' },
    ...[...new Set([to, decoded(to)])].map((text) => ({ text, at: 'redirect.to' })),
    ...(target === undefined || target === to
      ? []
      : [...new Set([target, decoded(target)])].map((text) => ({ text, at: 'redirect.to' }))),
  ];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
