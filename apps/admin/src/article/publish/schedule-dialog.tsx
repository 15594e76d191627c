'use client';

import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimePicker } from '../../ui/date-time-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Switch } from '../../ui/switch.tsx';
import { exactTime } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

/** When it goes out by itself and, apart from that, from when readers may see it. */
export function ScheduleDialog(props: { session: ArticleSession; onClose: () => void }) {
  const { session } = props;
  const { article } = session.data;
  const [publishAt, setPublishAt] = useState(article.publishAt);
  const [embargo, setEmbargo] = useState(article.embargoUntil);
  const [embargoed, setEmbargoed] = useState(article.embargoUntil !== null);
  const [timeZone, setTimeZone] = useState(article.timeZone);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [opened] = useState(() => new Date().toISOString());
  const past = publishAt !== null && publishAt <= opened;

  const schedule = async () => {
    if (publishAt === null || article.approvedRevisionId === null) return;
    const { approvedRevisionId: revisionId } = article;
    setBusy(true);
    try {
      await session.after(() =>
        viewpoints.editor.articles.schedule.mutate({
          id: session.id,
          revisionId,
          publishAt,
          embargoUntil: embargoed ? embargo : null,
          timeZone,
        }),
      );
      toast.done(`Scheduled for ${exactTime(publishAt, timeZone)}.`);
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
      title="Schedule"
      description="It goes out by itself at this time. Editing it before then takes back the approval and the schedule."
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
          />
        ) : null}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}
