import type { Transaction } from '../client.ts';

/** Where nobody has an address: those who make the sample are known by it. */
const DOMAIN = 'sample.invalid';

/** The address of somebody who makes the sample journal. */
export const sampleAddress = (mailbox: string): string => `${mailbox}@${DOMAIN}`;

/** Whether pieces of the sample journal are still among those of this one. */
export async function hasSample(db: Transaction): Promise<boolean> {
  const piece = await db.article.findFirst({
    where: { state: { not: 'archived' }, createdBy: { email: { endsWith: `@${DOMAIN}` } } },
    select: { id: true },
  });
  return piece !== null;
}
