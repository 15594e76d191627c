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
import type { ShownNewsletter } from './use-newsletter.ts';

/** Sets when a newsletter goes out, or sends it with the next minute. */
export function ScheduleNewsletterDialog(props: {
  newsletter: ShownNewsletter['newsletter'];
  onClose: () => void;
  onDone: () => Promise<void>;
}) {
  const { id, save: seen, ...newsletter } = props.newsletter;
  const [sendAt, setSendAt] = useState(newsletter.sendAt);
  const [timeZone, setTimeZone] = useState(newsletter.timeZone);
  const { busy, error, run } = useTask();
  const [opened] = useState(() => new Date().toISOString());
  const past = sendAt !== null && sendAt <= opened;
  const schedule = (at: string | null) =>
    run(async () => {
      await viewpoints.editor.newsletters.schedule.mutate({ id, seen, sendAt: at, timeZone });
      await props.onDone();
      toast.done(
        at === null ? 'It goes out within a minute.' : `Scheduled for ${exactTime(at, timeZone)}.`,
      );
      props.onClose();
    });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Schedule newsletter"
      description="Nobody can call it back once it is sent. What readers cannot see at that time is left out."
      footer={
        <>
          <Button busy={busy} onClick={() => void schedule(null)}>
            Send now
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={sendAt === null || past}
            onClick={() => void schedule(sendAt)}
          >
            Schedule
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <DateTimePicker
          label="Goes out"
          value={sendAt}
          timeZone={timeZone}
          min={opened}
          onChange={(value, zone) => {
            setSendAt(value);
            setTimeZone(zone);
          }}
          error={past ? 'This time has passed.' : null}
        />
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}
