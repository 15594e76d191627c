'use client';

import { type ReactNode, useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimePicker } from '../../ui/date-time-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useTask } from '../../ui/use-task.ts';

export type ScheduleTimes = { publishAt: string; embargoUntil: string | null; timeZone: string };

/** The scheduled time of an article and, apart from that, from when readers may see it. */
export function ScheduleTimesDialog(props: {
  title: string;
  description: ReactNode;
  submit: string;
  /** Initial values. */
  times: Omit<ScheduleTimes, 'publishAt'> & { publishAt: string | null };
  /** Carries it out; what it throws is shown, and the dialog stays. */
  onSubmit: (times: ScheduleTimes) => Promise<void>;
  onClose: () => void;
  /** Further fields, which get the error of the last attempt. */
  children?: (error: unknown) => ReactNode;
  size?: 'lg';
}) {
  const [publishAt, setPublishAt] = useState(props.times.publishAt);
  const [embargo, setEmbargo] = useState(props.times.embargoUntil);
  const [embargoed, setEmbargoed] = useState(props.times.embargoUntil !== null);
  const [timeZone, setTimeZone] = useState(props.times.timeZone);
  const { busy, error, run } = useTask();
  const [opened] = useState(() => new Date().toISOString());
  const past = publishAt !== null && publishAt <= opened;
  const isReady = publishAt !== null && !past && !(embargoed && embargo === null);

  const submit = async () => {
    if (busy || !isReady || publishAt === null) return;
    await run(async () => {
      await props.onSubmit({ publishAt, embargoUntil: embargoed ? embargo : null, timeZone });
      props.onClose();
    });
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      {...(props.size ? { size: props.size } : {})}
      title={props.title}
      description={props.description}
      footer={
        <Button type="submit" form="schedule" variant="primary" busy={busy} disabled={!isReady}>
          {props.submit}
        </Button>
      }
    >
      <Form id="schedule" error={error} onSubmit={() => void submit()} className="grid gap-4">
        <DateTimePicker
          label="Goes out"
          value={publishAt}
          timeZone={timeZone}
          min={opened}
          onChange={(value, zone) => {
            setPublishAt(value);
            setTimeZone(zone);
          }}
          error={past ? 'This time has passed.' : reasonFor(error, 'publishAt')}
        />
        <Switch
          label="Embargo"
          hint="It goes out but nobody sees it before the embargo ends."
          checked={embargoed}
          onChange={setEmbargoed}
        />
        {embargoed ? (
          <DateTimePicker
            label="Embargo ends"
            value={embargo}
            timeZone={timeZone}
            min={opened}
            onChange={(value, zone) => {
              setEmbargo(value);
              setTimeZone(zone);
            }}
            error={reasonFor(error, 'embargoUntil')}
          />
        ) : null}
        {props.children?.(error)}
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}
