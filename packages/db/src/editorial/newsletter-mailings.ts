import type { Transaction } from '../client.ts';
import { newId } from './new-id.ts';

/** A mailing of a newsletter: its list has one cadence, and it goes to who was on it when it began. */
export type NewsletterMailing = {
  id: string;
  newsletterId: string;
  cadence: 'at_once';
  createdAt: Date;
};

/** What begins to send a newsletter. A newsletter has one mailing at most. */
export async function insertNewsletterMailing(
  tx: Transaction,
  { newsletterId, createdAt }: { newsletterId: string; createdAt: Date },
): Promise<void> {
  const id = newId();
  // A version that knows no newsletters leaves a cadence alone that it does not know.
  const data = { id, newsletterId, createdAt, cadence: 'newsletter', after: 0n, upto: 0n };
  await tx.mailing.create({ data });
}

/** The newsletters that are being sent, the older first. */
export async function listNewsletterMailings(db: Transaction): Promise<NewsletterMailing[]> {
  const rows = await db.mailing.findMany({
    where: { newsletterId: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, newsletterId, createdAt }) =>
    newsletterId === null ? [] : [{ id, newsletterId, createdAt, cadence: 'at_once' }],
  );
}

/** Deletes what sends a newsletter, with all that was claimed. */
export async function deleteNewsletterMailing(
  tx: Transaction,
  newsletterId: string,
): Promise<void> {
  await tx.mailing.deleteMany({ where: { newsletterId } });
}
