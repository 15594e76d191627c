'use client';

import { useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { DateTimePicker } from '../../ui/date-time-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Switch } from '../../ui/switch.tsx';
import { exactTime } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

/**
 * When it goes out by itself and, apart from that, from when readers may see it. With `suggest`,
 * the times are written down for whoever may carry them out, and nothing goes out by itself.
 */
export function ScheduleDialog(props: {
  session: ArticleSession;
  suggest: boolean;
  onClose: () => void;
}) {
  const { session, suggest } = props;
  const { article } = session.data;
  const [publishAt, setPublishAt] = useState(article.publishAt);
  const [embargo, setEmbargo] = useState(article.embargoUntil);
  const [embargoed, setEmbargoed] = useState(article.embargoUntil !== null);
  const { ownTimeZone } = useSession().me;
  const offered = article.publishAt === null ? ownTimeZone : null;
  const [timeZone, setTimeZone] = useState(offered ?? article.timeZone);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [opened] = useState(() => new Date().toISOString());
  const past = publishAt !== null && publishAt <= opened;
  const isReady = publishAt !== null && !past && !(embargoed && embargo === null);

  const schedule = async () => {
    if (publishAt === null) return;
    const { approvedRevisionId: revisionId } = article;
    const times = { publishAt, embargoUntil: embargoed ? embargo : null, timeZone };
    const { articles } = viewpoints.editor;
    setBusy(true);
    setError(null);
    try {
      await session.after<unknown>(() =>
        suggest
          ? articles.prepare.mutate({ id: session.id, ...times })
          : articles.schedule.mutate({ id: session.id, revisionId: revisionId ?? '', ...times }),
      );
      const time = exactTime(publishAt, timeZone);
      toast.done(suggest ? `Suggested: ${time}.` : `Scheduled for ${time}.`);
      props.onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={suggest ? 'Suggest a time' : 'Schedule'}
      description={
        suggest
          ? 'A publisher sees it and schedules it. Nothing goes out by itself.'
          : 'It goes out by itself at this time. Editing it before then takes back the approval and the schedule.'
      }
      footer={
        <Button type="submit" form="schedule" variant="primary" busy={busy} disabled={!isReady}>
          {suggest ? 'Suggest it' : 'Schedule'}
        </Button>
      }
    >
      <Form
        id="schedule"
        error={error}
        onSubmit={() => {
          if (!busy && isReady) void schedule();
        }}
        className="grid gap-4"
      >
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
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}
