'use client';

import { viewpoints } from '../data/viewpoints.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Panel } from '../ui/table.tsx';
import { toast } from '../ui/toast.ts';
import { WhyNot } from '../ui/why-not.tsx';
import type { ShownNewsletter } from './use-newsletter.ts';

/** What the check found, and the next steps of a newsletter. */
export function NewsletterSteps(props: {
  shown: ShownNewsletter;
  busy: boolean;
  dirty: boolean;
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  onOpen: (dialog: 'schedule' | 'send_back' | 'remove') => void;
}) {
  const { shown, busy, dirty, run, onOpen } = props;
  const { newsletter, problems, permissions } = shown;
  const { id, save: seen, state } = newsletter;
  if (state === 'sending' || state === 'sent') return null;
  const api = viewpoints.editor.newsletters;
  const act = (call: () => Promise<unknown>, done: string) => () =>
    void run(call).then((went) => went && toast.done(done));
  const why = state === 'submitted' ? permissions.approve : permissions.schedule;
  return (
    <section aria-label="Steps" className="grid gap-3">
      {problems.length === 0 ? null : (
        <Panel title="Check" padded>
          <ul className="list-disc space-y-1 ps-4">
            {problems.map(({ at, code, message, details }) => (
              <li key={`${at} ${code} ${message} ${String(details.start)}`}>
                {typeof details.words === 'string' ? <strong>{details.words}: </strong> : null}
                {message}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {dirty ? <p className="text-ink-soft">Save first, then go on.</p> : null}
      <div className="flex flex-wrap gap-2">
        {state === 'draft' ? (
          <VerbButton
            variant="primary"
            busy={busy}
            disabled={dirty || problems.some(({ code }) => code !== 'newsletter_not_offered')}
            decision={permissions.submit}
            onClick={act(() => api.submit.mutate({ id, seen }), 'Submitted.')}
          >
            Submit
          </VerbButton>
        ) : null}
        {state === 'submitted' ? (
          <VerbButton
            variant="primary"
            busy={busy}
            disabled={dirty}
            decision={permissions.approve}
            onClick={act(() => api.approve.mutate({ id, seen }), 'Approved.')}
          >
            Approve
          </VerbButton>
        ) : null}
        {state === 'approved' || state === 'scheduled' ? (
          <VerbButton
            variant="primary"
            disabled={dirty}
            decision={permissions.schedule}
            onClick={() => onOpen('schedule')}
          >
            {state === 'approved' ? 'Schedule…' : 'Change time…'}
          </VerbButton>
        ) : null}
        {state === 'scheduled' ? (
          <VerbButton
            busy={busy}
            decision={permissions.unschedule}
            onClick={act(() => api.unschedule.mutate({ id }), 'Unscheduled.')}
          >
            Unschedule
          </VerbButton>
        ) : null}
        {state === 'submitted' || state === 'approved' ? (
          <VerbButton
            disabled={dirty}
            decision={permissions.send_back}
            onClick={() => onOpen('send_back')}
          >
            Send back…
          </VerbButton>
        ) : null}
        {state === 'scheduled' ? null : (
          <VerbButton
            variant="danger-quiet"
            decision={permissions.remove}
            onClick={() => onOpen('remove')}
          >
            Delete…
          </VerbButton>
        )}
      </div>
      {state === 'draft' ? null : <WhyNot reasons={why.ok ? [] : why.reasons} />}
    </section>
  );
}
