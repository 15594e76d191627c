import type { EditorialDatabase } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { countSubscribers, countSubscriptions } from '@viewpoints/db/editorial/subscriber-counts';
import { readSubjectKey } from '@viewpoints/domain/subscriptions/subject';
import {
  coarseCount,
  coarseCounts,
  confirmedOf,
  countStep,
  endingMonths,
  type KindCounts,
  type ShownSubscriberCounts,
  type SubjectCounts,
  sumCounts,
} from '@viewpoints/domain/subscriptions/subscriber-counts';
import { confirmationHours } from '@viewpoints/domain/subscriptions/subscription';
import { listPublishedSubjects } from '@viewpoints/published/query/subjects';
import type { ReaderContext } from '../context.ts';
import { type Clock, momentOf } from '../moment.ts';

/** Most subjects that administrators are shown. */
const maxShown = 50;

/** The first day of the months in which it is counted what ended. */
export const endingsSince = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - endingMonths + 1, 1));

/** Exact counts, for who runs the installation. */
export async function readSubscriberCounts(context: {
  editorial: EditorialDatabase;
  now?: Clock;
}): Promise<{
  subscribers: number;
  waiting: number;
  kinds: KindCounts[];
  subjects: SubjectCounts[];
}> {
  const { editorial } = context;
  const now = await momentOf(context);
  const requestedSince = new Date(now.getTime() - confirmationHours * 60 * 60 * 1000);
  return {
    ...(await countSubscribers(editorial, { requestedSince })),
    ...sumCounts(
      await countSubscriptions(editorial, { requestedSince, endedSince: endingsSince(now) }),
    ),
  };
}

/**
 * What administrators see: each count is rounded down by itself, subjects that fewer than five follow are
 * left out, and so are those that readers cannot see any more.
 */
export async function showSubscriberCounts(
  context: Pick<ReaderContext, 'reader'> & { editorial: EditorialDatabase; now?: Clock },
): Promise<ShownSubscriberCounts> {
  const { subscribers, waiting, kinds, subjects } = await readSubscriberCounts(context);
  const followed = subjects
    .filter(({ subject, counts }) => subject !== 'everything' && confirmedOf(counts) >= countStep)
    .slice(0, maxShown);
  const named = await listPublishedSubjects(context.reader, {
    keys: followed.map(({ subject }) => subject),
    journal: (await getJournal(context.editorial)).name,
  });
  return {
    subscribers: coarseCount(subscribers),
    waiting: coarseCount(waiting),
    kinds: kinds.map(({ kind, counts }) => ({ kind, counts: coarseCounts(counts) })),
    subjects: followed.flatMap(({ subject, counts }) => {
      const found = named.get(subject);
      if (found === undefined) return [];
      const { name, path } = found;
      return [{ name, path, kind: readSubjectKey(subject).kind, counts: coarseCounts(counts) }];
    }),
  };
}
