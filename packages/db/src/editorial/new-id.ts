import { randomUUID } from 'node:crypto';

/**
 * A new identifier: UUIDv4. Ids are part of public addresses, and one that grew with time would
 * reveal when a draft, a finding or a picture was begun; so nothing may be sorted by them. Ids made
 * before were UUIDv7 and stay as they are.
 */
export function newId(): string {
  return randomUUID();
}
