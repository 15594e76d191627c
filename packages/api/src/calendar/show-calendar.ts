import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  type DueEntry,
  listCameOut,
  listDueDays,
  listReviewDays,
  listScheduled,
  listScheduledReleases,
  MAX_ENTRIES,
  type PublishedEntry,
  type ReleaseEntry,
  type ReviewEntry,
  type ScheduledEntry,
} from '@viewpoints/db/editorial/calendar';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll, rolesFor } from '@viewpoints/domain/accounts/permissions';
import { Instant } from '@viewpoints/domain/values';
import { z } from 'zod';

const DAY = 86_400_000;
/** A month as a grid of whole weeks, in any time zone. */
const MAX_DAYS = 45;

export const ShowCalendar = z
  .strictObject({
    from: Instant,
    /** Its end, which is not part of it. */
    to: Instant,
  })
  .refine(({ from, to }) => from < to, { error: 'use an end after the start', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_DAYS * DAY, {
    error: `use at most ${MAX_DAYS} days`,
    path: ['to'],
  });

export type Calendar = {
  scheduled: ScheduledEntry[];
  /** Empty for who sees no releases. */
  releases: ReleaseEntry[];
  published: PublishedEntry[];
  /** By day, not by instant: a day is the same in every time zone. */
  reviews: ReviewEntry[];
  /** Articles whose next step is to be done by a day. */
  due: DueEntry[];
  /** Whether one of these lists ends before the span does. */
  incomplete: boolean;
};

/** Scheduled, published and due work within a span, as far as the account may see it. */
export async function showCalendar(
  db: EditorialDatabase,
  acting: Principal,
  { from, to, now }: z.output<typeof ShowCalendar> & { now: Date },
): Promise<Calendar> {
  const owner = canOnAll(acting, 'article.list') ? 'all' : { accountId: acting.id };
  const seesReleases = acting.roles.some((role) => rolesFor('release.list').includes(role));
  const span = { from: new Date(from), to: new Date(to) };
  // A day of a calendar is within 14 hours of the same day in UTC, whatever the zone.
  const days = { fromDay: from.slice(0, 10), toDay: dayAfter(to) };
  const scheduled = await listScheduled(db, span, owner);
  const releases = seesReleases ? await listScheduledReleases(db, span) : [];
  const published = await listCameOut(db, { ...span, now }, owner);
  const reviews = await listReviewDays(db, days, owner);
  const due = await listDueDays(db, days, owner);
  const incomplete = [scheduled, releases, published, reviews, due].some(
    (list) => list.length === MAX_ENTRIES,
  );
  return { scheduled, releases, published, reviews, due, incomplete };
}

const dayAfter = (instant: string): string =>
  new Date(Date.parse(instant) + DAY).toISOString().slice(0, 10);
