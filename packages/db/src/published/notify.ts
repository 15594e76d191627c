import type { Transaction } from '../client.ts';
import type { Tag } from './tags.ts';

/** What every instance of the reading site listens on; the payload is `{"tags": […]}`. */
export const changesChannel = 'viewpoints_changed';

/** PostgreSQL takes payloads of fewer than 8,000 bytes. */
const maxPayload = 7_500;

/**
 * Tells every reading site what changed, once and only if this transaction commits. Tell it only
 * of what readers may see already: whoever may read may also listen.
 */
export async function notifyChanged(tx: Transaction, tags: Iterable<Tag>): Promise<void> {
  for (const payload of payloadsOf(new Set(tags)))
    await tx.$executeRaw`SELECT pg_notify(${changesChannel}, ${payload})`;
}

function payloadsOf(tags: Set<Tag>): string[] {
  const payloads: Tag[][] = [[]];
  let size = 0;
  for (const each of tags) {
    const bytes = Buffer.byteLength(each) + 3;
    if (size + bytes > maxPayload) {
      payloads.push([]);
      size = 0;
    }
    payloads.at(-1)?.push(each);
    size += bytes;
  }
  return payloads.filter((each) => each.length > 0).map((each) => JSON.stringify({ tags: each }));
}
