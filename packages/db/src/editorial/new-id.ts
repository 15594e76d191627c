import { randomUUID } from 'node:crypto';

/**
 * A new identifier: UUIDv4. Ids stand in public addresses, and one that grew with time would tell
 * when a draft, a finding or a picture was begun; so nothing may be put in order by them. Ids made
 * before were UUIDv7 and stay as they are.
 */
export function newId(): string {
  return randomUUID();
}
