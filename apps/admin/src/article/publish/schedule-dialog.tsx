'use client';

import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { exactTime } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { type ScheduleTimes, ScheduleTimesDialog } from './schedule-times-dialog.tsx';

/** What can be done with a time: set it, move it, or suggest it to a publisher. */
export type Scheduling = 'schedule' | 'reschedule' | 'suggest';

const words = {
  schedule: {
    title: 'Schedule',
    submit: 'Schedule',
    description:
      'It goes out by itself at this time. Editing it before then takes back the approval and the schedule.',
  },
  reschedule: {
    title: 'Reschedule',
    submit: 'Reschedule',
    description: 'It goes out at the new time instead. Its approval stays.',
  },
  suggest: {
    title: 'Suggest a time',
    submit: 'Suggest it',
    description: 'A publisher sees it and schedules it. Nothing goes out by itself.',
  },
} as const;

/** When an article goes out, as somebody sets, moves or suggests it on its own page. */
export function ScheduleDialog(props: {
  session: ArticleSession;
  scheduling: Scheduling;
  onClose: () => void;
}) {
  const { session, scheduling } = props;
  const { id } = session;
  const { article } = session.data;
  const { publishAt: movedFrom, embargoUntil } = article;
  const { ownTimeZone } = useSession().me;
  const timeZone = (movedFrom === null ? ownTimeZone : null) ?? article.timeZone;
  const { articles } = viewpoints.editor;

  const carryOut = (times: ScheduleTimes): Promise<unknown> => {
    if (scheduling === 'suggest') return articles.prepare.mutate({ id, ...times });
    if (scheduling === 'reschedule')
      return articles.reschedule.mutate({ id, movedFrom: movedFrom ?? '', ...times });
    return articles.schedule.mutate({
      ...{ id, revisionId: article.approvedRevisionId ?? '', ...times },
    });
  };

  return (
    <ScheduleTimesDialog
      {...words[scheduling]}
      times={{ publishAt: movedFrom, embargoUntil, timeZone }}
      onSubmit={async (times) => {
        await session.after<unknown>(() => carryOut(times));
        const time = exactTime(times.publishAt, times.timeZone);
        toast.done(scheduling === 'suggest' ? `Suggested: ${time}.` : `Scheduled for ${time}.`);
      }}
      onClose={props.onClose}
    />
  );
}
