'use client';

import { useState } from 'react';
import { checkInput } from '../data/check-input.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { DateTimePicker } from '../ui/date-time-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { exactTime } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';
import { articleLink } from './article-link.ts';
import { Changes, ReleaseChangeFields, useReleaseChanges } from './release-changes.tsx';
import type { ShownRelease } from './use-release.ts';

/** Sets the time of a release. */
export function ScheduleReleaseDialog(props: {
  /** Without articles, the notices stay as they are scheduled. */
  shown: {
    release: Pick<ShownRelease['release'], 'id' | 'publishAt' | 'timeZone'>;
    articles: ShownRelease['articles'];
  };
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { release, articles } = props.shown;
  const of = useReleaseChanges(articles);
  const [publishAt, setPublishAt] = useState(release.publishAt);
  const [timeZone, setTimeZone] = useState(release.timeZone);
  const { busy, error, run } = useTask();
  const [opened] = useState(() => new Date().toISOString());
  const past = publishAt !== null && publishAt <= opened;
  const schedule = async () => {
    if (publishAt === null) return;
    await run(async () => {
      const changes = checkInput(Changes, of.changes);
      await viewpoints.editor.releases.schedule.mutate({
        ...{ id: release.id, publishAt, timeZone, changes },
      });
      await props.onDone();
      toast.done(`Scheduled for ${exactTime(publishAt, timeZone)}.`);
      props.onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Schedule release"
      {...(of.next.length > 0 ? { size: 'lg' as const } : {})}
      description="All articles go out at this time, or none. An article that is edited before then stops the release."
      footer={
        <Button
          variant="primary"
          busy={busy}
          disabled={publishAt === null || past}
          onClick={() => void schedule()}
        >
          Schedule
        </Button>
      }
    >
      <div className="grid gap-4">
        <DateTimePicker
          label="Goes out"
          value={publishAt}
          timeZone={timeZone}
          min={opened}
          onChange={(value, zone) => {
            setPublishAt(value);
            setTimeZone(zone);
          }}
          error={past ? 'This time has passed.' : null}
        />
        <ReleaseChangeFields of={of} error={error} />
        {error ? <ErrorNote error={error} linkFor={articleLink} /> : null}
      </div>
    </Dialog>
  );
}
