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
import { exactTime } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { useTask } from '../../ui/use-task.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

/** Moves the end of an embargo, or lifts it, before readers have seen the article. */
export function EmbargoDialog(props: { session: ArticleSession; onClose: () => void }) {
  const { session } = props;
  const { article } = session.data;
  const [until, setUntil] = useState(article.embargoUntil);
  const { ownTimeZone } = useSession().me;
  const offered = article.embargoUntil === null ? ownTimeZone : null;
  const [timeZone, setTimeZone] = useState(offered ?? article.timeZone);
  const { busy, error, run } = useTask();
  const [opened] = useState(() => new Date().toISOString());
  const past = until !== null && until <= opened;
  const isReady = until !== null && !past;
  const published = article.state === 'published';

  const set = async (embargoUntil: string | null) => {
    await run(async () => {
      await session.after(() =>
        viewpoints.editor.articles.setEmbargo.mutate({ id: session.id, embargoUntil, timeZone }),
      );
      toast.done(
        embargoUntil
          ? `Visible from ${exactTime(embargoUntil, timeZone)}.`
          : 'No embargo any more.',
      );
      props.onClose();
    });
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Embargo"
      description={
        published
          ? 'It is published and nobody sees it before the embargo ends. Lifted, everybody sees it at once.'
          : 'Nobody sees it before the embargo ends, even where it goes out earlier.'
      }
      footer={
        <>
          {article.embargoUntil ? (
            <Button variant="danger-quiet" busy={busy} onClick={() => void set(null)}>
              Lift embargo
            </Button>
          ) : null}
          <Button type="submit" form="embargo" variant="primary" busy={busy} disabled={!isReady}>
            Set the embargo
          </Button>
        </>
      }
    >
      <Form
        id="embargo"
        error={error}
        onSubmit={() => {
          if (!busy && isReady) void set(until);
        }}
        className="grid gap-4"
      >
        <DateTimePicker
          label="Embargo ends"
          value={until}
          timeZone={timeZone}
          min={opened}
          onChange={(value, zone) => {
            setUntil(value);
            setTimeZone(zone);
          }}
          error={past ? 'This time has passed.' : reasonFor(error, 'embargoUntil')}
        />
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}
