import { z } from 'zod';
import { EmailAddress, Id, Instant, line, TimeZone } from '../values.ts';

export const Role = z.enum(['contributor', 'editor', 'publisher', 'admin']);
export type Role = z.infer<typeof Role>;

/** A person who signs in. Not an author: bylines name authors, who may have no account. */
export const Account = z.strictObject({
  id: Id,
  email: EmailAddress,
  name: line(120),
  roles: z.array(Role),
  disabledAt: Instant.nullable(),
  createdAt: Instant,
});
export type Account = z.infer<typeof Account>;

/** A signed-in browser, as its owner sees it. */
export const OpenSession = z.strictObject({
  id: Id,
  /** Browser and system in two words; empty if they are not known. */
  device: z.string().max(40),
  createdAt: Instant,
  /** To the hour. */
  usedAt: Instant,
  /** Whether this is the session that the request came with. */
  isThis: z.boolean(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** What users say about themselves. A null time zone means that of the device. */
export const OwnProfile = z.strictObject({
  name: line(120),
  timeZone: TimeZone.nullable(),
});
export type OwnProfile = z.infer<typeof OwnProfile>;

/** What an access token may be used for; `action.ts` says which actions each covers. */
export const Scope = z.enum(['read', 'write', 'publish']);
export type Scope = z.infer<typeof Scope>;

/** Who acts: what the permission table needs to know of an account. */
export const Principal = z.strictObject({
  id: Id,
  roles: z.array(Role),
  /** Scopes of the access token that acts for the account; null or left out at a session. */
  scopes: z.array(Scope).nullable().optional(),
});
export type Principal = z.infer<typeof Principal>;

export const Invitation = z.strictObject({
  id: Id,
  email: EmailAddress,
  roles: z.array(Role).min(1),
  invitedBy: Id,
  expiresAt: Instant,
  acceptedAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** A personal access token as its owner sees it: the secret is shown once and stored hashed. */
export const AccessToken = z.strictObject({
  id: Id,
  name: line(80),
  /** The first characters, to distinguish tokens. */
  hint: z.string().max(16),
  scopes: z.array(Scope).min(1),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type AccessToken = z.infer<typeof AccessToken>;

/** How long an access token works, in days. */
export const tokenDays = { default: 90, most: 365 };
