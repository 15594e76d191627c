import type { Transaction } from '../client.ts';

/** A domain without mailboxes: marks the accounts of the sample journal. */
const DOMAIN = 'sample.invalid';

/** The address of an account of the sample journal. */
export const sampleAddress = (mailbox: string): string => `${mailbox}@${DOMAIN}`;

/** Whether the journal still has articles of the sample. */
export async function hasSample(db: Transaction): Promise<boolean> {
  const article = await db.article.findFirst({
    where: { state: { not: 'archived' }, createdBy: { email: { endsWith: `@${DOMAIN}` } } },
    select: { id: true },
  });
  return article !== null;
}
