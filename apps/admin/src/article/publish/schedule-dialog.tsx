'use client';

import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { useState } from 'react';
import { checkInput } from '../../data/check-input.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { exactTime } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { type ScheduleTimes, ScheduleTimesDialog } from './schedule-times-dialog.tsx';
import { VersionChangeFields } from './version-change-fields.tsx';

/** The actions on a time: set it, move it, or suggest it to a publisher. */
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

/** Sets, moves or suggests the time of publication on the article's own page. */
export function ScheduleDialog(props: {
  session: ArticleSession;
  scheduling: Scheduling;
  onClose: () => void;
}) {
  const { session, scheduling } = props;
  const { id } = session;
  const { article } = session.data;
  const movedFrom = article.publishAt;
  // The times of the published version are no default for the next one.
  const [publishAt] = useState(() => ifToCome(movedFrom));
  const [embargoUntil] = useState(() => ifToCome(article.embargoUntil));
  const { ownTimeZone } = useSession().me;
  const timeZone = (publishAt === null ? ownTimeZone : null) ?? article.timeZone;
  const { articles } = viewpoints.editor;
  // Filled in from an earlier schedule that was taken back or refused.
  const [change, setChange] = useState(() => changeOf(session));
  // Readers are not notified of a new version of a page, so there are no notices to write.
  const isNext =
    scheduling === 'schedule' && article.liveRevisionId !== null && kinds[article.kind].announced;

  const carryOut = (times: ScheduleTimes): Promise<unknown> => {
    if (scheduling === 'suggest') return articles.prepare.mutate({ id, ...times });
    if (scheduling === 'reschedule')
      return articles.reschedule.mutate({ id, movedFrom: movedFrom ?? '', ...times });
    return articles.schedule.mutate({
      ...{ id, revisionId: article.approvedRevisionId ?? '', ...times },
      ...(isNext ? checkInput(VersionChange, change) : {}),
    });
  };

  return (
    <ScheduleTimesDialog
      {...words[scheduling]}
      times={{ publishAt, embargoUntil, timeZone }}
      onSubmit={async (times) => {
        await session.after<unknown>(() => carryOut(times));
        const time = exactTime(times.publishAt, times.timeZone);
        toast.done(scheduling === 'suggest' ? `Suggested: ${time}.` : `Scheduled for ${time}.`);
      }}
      onClose={props.onClose}
      {...(isNext ? { size: 'lg' as const } : {})}
    >
      {(error) =>
        isNext ? (
          <VersionChangeFields
            session={session}
            change={change}
            onChange={setChange}
            error={error}
          />
        ) : null
      }
    </ScheduleTimesDialog>
  );
}

const ifToCome = (time: string | null): string | null =>
  time !== null && Date.parse(time) > Date.now() ? time : null;

const changeOf = ({ data: { scheduled } }: ArticleSession): VersionChange => ({
  minor: scheduled?.minor ?? false,
  corrections: scheduled?.corrections ?? [],
});
