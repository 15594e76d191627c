import type { Outputs } from '@viewpoints/client';
import { fieldNameOf } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import type { Direction } from '@viewpoints/domain/values';
import { toInstant, toLocalTime } from '../ui/zoned-time.ts';
import type { Day } from './month.ts';

type Calendar = Outputs['editor']['calendar'];
export type Scheduled = Calendar['scheduled'][number];
export type ScheduledRelease = Calendar['releases'][number];

export type EntryKind =
  | 'scheduled'
  | 'release'
  | 'published'
  | 'retracted'
  | 'embargo'
  | 'review'
  | 'due';

/** One thing that a day of the calendar has. */
export type CalendarEntry = {
  key: string;
  kind: EntryKind;
  day: Day;
  /** The instant; null for what has a day alone. */
  at: string | null;
  title: string;
  /** What it is, where that is no article: “Page”. */
  label: string | null;
  language: string | null;
  direction: Direction | 'auto';
  href: string;
  /** How many articles or findings it is about, where it is not one article. */
  count: number | null;
  /** The thing that can be moved to another time, if any. */
  moves: { article: Scheduled } | { release: ScheduledRelease } | null;
};

/** The entries of each day in a zone, soonest first, deadlines of the day before all else. */
export function entriesByDay(
  calendar: Calendar,
  { zone, readerUrl, now }: { zone: string; readerUrl: string; now: string },
): Map<Day, CalendarEntry[]> {
  const dayOf = (at: string) => toLocalTime(at, zone).slice(0, 10);
  const entries: CalendarEntry[] = [
    ...calendar.reviews.map((review) => ({
      ...titleOf(review),
      ...{ key: `review ${review.id} ${review.day}`, kind: 'review' as const },
      ...{ day: review.day, at: null, count: review.findings, moves: null },
      href: `/articles/${review.id}`,
    })),
    ...calendar.due.map((article) => ({
      ...titleOf(article),
      ...{ key: `due ${article.id}`, kind: 'due' as const },
      ...{ day: article.day, at: null, count: null, moves: null },
      href: `/articles/${article.id}`,
    })),
    ...calendar.releases.map((release) => ({
      ...{
        key: `release ${release.id}`,
        kind: 'release' as const,
        title: release.name,
        label: null,
      },
      ...{ language: null, direction: 'auto' as const, href: `/releases/${release.id}` },
      ...{ day: dayOf(release.at), at: release.at, count: release.articles },
      moves: { release },
    })),
    ...calendar.scheduled.map((article) => ({
      ...titleOf(article),
      ...{ key: `scheduled ${article.id}`, kind: 'scheduled' as const },
      ...{ day: dayOf(article.at), at: article.at, count: null },
      href: `/articles/${article.id}`,
      // Articles in a release are moved with it.
      moves: article.releaseId === null ? { article } : null,
    })),
    ...calendar.published.map((article) => ({
      ...titleOf(article),
      key: `published ${article.id}`,
      kind: article.at > now ? ('embargo' as const) : article.state,
      ...{ day: dayOf(article.at), at: article.at, count: null, moves: null },
      href: article.isPublic
        ? `${readerUrl}/${article.path ?? `articles/${article.slug}`}`
        : `/articles/${article.id}`,
    })),
  ];
  entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '') || a.key.localeCompare(b.key));
  return Map.groupBy(entries, ({ day }) => day);
}

const titleOf = ({
  kind,
  headline,
  language,
  direction,
}: {
  kind: ArticleKind;
  headline: string;
  language: string;
  direction: Direction;
}) => ({
  title: headline || `No ${fieldNameOf(kind, 'headline')} yet`,
  label: kinds[kind].announced ? null : kinds[kind].label.one,
  ...{ language, direction },
});

/** The same hour on the clock of a zone on another day: nine in the morning stays that. */
export function onDay(at: string, day: Day, zone: string): string {
  return toInstant(`${day}T${toLocalTime(at, zone).slice(11)}`, zone) ?? at;
}
