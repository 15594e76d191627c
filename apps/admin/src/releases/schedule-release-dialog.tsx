'use client';

import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { DateTimePicker } from '../ui/date-time-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { exactTime } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { useTask } from '../ui/use-task.ts';
import type { ShownRelease } from './use-release.ts';

/** Sets the time of a release. */
export function ScheduleReleaseDialog(props: {
  release: Pick<ShownRelease['release'], 'id' | 'publishAt' | 'timeZone'>;
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { release } = props;
  const [publishAt, setPublishAt] = useState(release.publishAt);
  const [timeZone, setTimeZone] = useState(release.timeZone);
  const { busy, error, run } = useTask();
  const [opened] = useState(() => new Date().toISOString());
  const past = publishAt !== null && publishAt <= opened;
  const schedule = async () => {
    if (publishAt === null) return;
    await run(async () => {
      await viewpoints.editor.releases.schedule.mutate({ id: release.id, publishAt, timeZone });
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
        {error ? (
          <ErrorNote
            error={error}
            linkFor={({ details }) =>
              typeof details?.articleId === 'string'
                ? { href: `/articles/${details.articleId}`, label: 'Open article' }
                : null
            }
          />
        ) : null}
      </div>
    </Dialog>
  );
}
