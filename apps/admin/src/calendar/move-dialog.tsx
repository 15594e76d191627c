'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ScheduleTimesDialog } from '../article/publish/schedule-times-dialog.tsx';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { ScheduleReleaseDialog } from '../releases/schedule-release-dialog.tsx';
import { exactTime } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { type CalendarEntry, onDay } from './calendar-entries.ts';
import type { Day } from './month.ts';

export type Move = { entry: CalendarEntry; day: Day | null };

/** Moves an article or a release to another time: filled in where it was dropped on a day. */
export function MoveDialog(props: { move: Move; zone: string; onClose: () => void }) {
  const { entry, day } = props.move;
  const queries = useQueryClient();
  const refresh = async () => {
    await invalidateKeys(queries, [['articles'], ['article'], ['releases'], ['desk']]);
  };
  const shifted = (at: string) => (day === null ? at : onDay(at, day, props.zone));
  if (entry.moves === null) return null;
  if ('release' in entry.moves) {
    const { release } = entry.moves;
    return (
      <ScheduleReleaseDialog
        shown={{
          release: { id: release.id, publishAt: shifted(release.at), timeZone: release.timeZone },
          articles: [],
        }}
        onDone={refresh}
        onClose={props.onClose}
      />
    );
  }
  const { article } = entry.moves;
  // Dropped on a day, it becomes visible on that day: the later of the two times is moved.
  const embargoIsLater = article.embargoUntil !== null && article.embargoUntil > article.publishAt;
  return (
    <ScheduleTimesDialog
      title="Reschedule"
      description={
        <>
          <bdi>{entry.title}</bdi> goes out at the new time instead. Its approval stays.
        </>
      }
      submit="Reschedule"
      times={{
        publishAt: embargoIsLater ? article.publishAt : shifted(article.publishAt),
        embargoUntil:
          embargoIsLater && article.embargoUntil !== null
            ? shifted(article.embargoUntil)
            : article.embargoUntil,
        timeZone: article.timeZone,
      }}
      onSubmit={async (times) => {
        try {
          await viewpoints.editor.articles.reschedule.mutate({
            ...{ id: article.id, movedFrom: article.publishAt, ...times },
          });
        } finally {
          await refresh();
        }
        toast.done(`Scheduled for ${exactTime(times.publishAt, times.timeZone)}.`);
      }}
      onClose={props.onClose}
    />
  );
}
