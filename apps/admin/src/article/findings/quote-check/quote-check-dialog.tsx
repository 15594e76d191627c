'use client';

import type { Finding } from '@viewpoints/domain/findings/finding';
import { quoteCheckDays } from '@viewpoints/domain/findings/quote-check';
import { useState } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Select } from '../../../ui/select.tsx';
import { exactTime } from '../../../ui/time.tsx';
import { useTask } from '../../../ui/use-task.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';

const choices = [3, 7, 14, 30, 60].map((days) => ({ value: String(days), label: `${days} days` }));

/** Makes a link to the passage of one finding, and shows it once: only a hash of it is stored. */
export function QuoteCheckDialog(props: {
  finding: Finding;
  session: ArticleSession;
  onMade: () => unknown;
  onClose: () => void;
}) {
  const { finding, session } = props;
  const [chosen, setChosen] = useState(String(quoteCheckDays.default));
  const [made, setMade] = useState<{ link: string; expiresAt: string } | null>(null);
  const { busy, error, run } = useTask();
  const make = async () => {
    await run(async () => {
      // A link shows the text as it is saved.
      const input = { findingId: finding.id, days: Number(chosen) };
      setMade(
        await session.after(() => viewpoints.editor.findings.quoteChecks.create.mutate(input)),
      );
      await props.onMade();
    });
  };
  if (made !== null)
    return (
      <Dialog
        open
        onOpenChange={props.onClose}
        title="Copy link"
        description="Pass it on to the source yourself. It is not shown again."
        footer={
          <Button variant="primary" onClick={props.onClose}>
            Done
          </Button>
        }
      >
        <CopyText text={made.link} testId="quote-check-link" />
        <p className="mt-3 text-sm text-ink-soft">
          It works until {exactTime(made.expiresAt)}. Anybody who has it can read the passage and
          answer. It is not recorded who does, when they open it, or from where.
        </p>
      </Dialog>
    );
  const { quote } = finding.evidence;
  const { language, direction } = session.content;
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={`Quote check: finding ${finding.number}`}
      description="The source sees these words and how readers will see it described, and nothing else of the article. It can agree, object or propose another wording."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void make()}>
            Make link
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {quote === null ? null : (
          <blockquote
            className="border-s-2 border-line ps-3 break-words"
            lang={language}
            dir={direction}
          >
            {quote.exact}
          </blockquote>
        )}
        <p className="break-words" dir="auto">
          {finding.proposition}
        </p>
        <Select label="Works for" value={chosen} onChange={setChosen} options={choices} />
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}
