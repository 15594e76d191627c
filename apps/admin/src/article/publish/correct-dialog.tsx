'use client';

import type { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { useState } from 'react';
import { checkInput } from '../../data/check-input.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toast.ts';
import { useTask } from '../../ui/use-task.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { AnotherNotice, CorrectionRows, Corrections, noticeAt } from './correction-rows.tsx';
import { useSuggestedNotices } from './use-suggested-notices.ts';

/**
 * Takes the correction for readers: what was wrong and, if it helps, what it was and is now;
 * publishes the next version with it. Begins with what changed since the version they have.
 */
export function CorrectDialog(props: { session: ArticleSession; onClose: () => void }) {
  const suggested = useSuggestedNotices(props.session);
  return suggested === null ? null : <CorrectForm {...props} suggested={suggested} />;
}

function CorrectForm(props: {
  session: ArticleSession;
  onClose: () => void;
  suggested: readonly CorrectionContent[];
}) {
  const { session, suggested } = props;
  const [rows, setRows] = useState<CorrectionContent[]>([noticeAt(suggested, 0)]);
  const { busy, error, run } = useTask();
  const correct = async () => {
    await run(async () => {
      const corrections = checkInput(Corrections, rows);
      await session.after(() =>
        viewpoints.editor.articles.correct.mutate({ id: session.id, corrections }),
      );
      toast.done('Published with its correction.');
      props.onClose();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title="Publish with correction"
      description="Readers have the approved version at once, with each notice under it and on the page of corrections, for good."
      footer={
        <>
          <AnotherNotice onAdd={() => setRows([...rows, noticeAt(suggested, rows.length)])} />
          <Button type="submit" form="correct" variant="primary" busy={busy}>
            Publish the correction
          </Button>
        </>
      }
    >
      <Form
        id="correct"
        error={error}
        onSubmit={() => {
          if (!busy) void correct();
        }}
        className="grid gap-5"
      >
        {error ? <ErrorNote error={error} /> : null}
        <CorrectionRows session={session} rows={rows} onChange={setRows} error={error} />
      </Form>
    </Dialog>
  );
}
