'use client';

import { viewpoints } from '../data/viewpoints.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Panel } from '../ui/table.tsx';
import { toast } from '../ui/toast.ts';
import { WhyNot } from '../ui/why-not.tsx';
import type { ShownNullResult } from './use-null-result.ts';

/** What the check found, and the next steps of a null result. */
export function NullResultSteps(props: {
  shown: ShownNullResult;
  busy: boolean;
  dirty: boolean;
  run: (act: () => Promise<unknown>) => Promise<boolean>;
  onOpen: (dialog: 'reject' | 'withdraw' | 'remove') => void;
}) {
  const { shown, busy, dirty, run, onOpen } = props;
  const { nullResult, problems, permissions } = shown;
  const { id, save: seen, state, published } = nullResult;
  if (state === 'withdrawn') return null;
  const isProposed = state === 'proposed';
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
        {isProposed ? (
          <>
            <VerbButton
              variant="primary"
              busy={busy}
              disabled={dirty || problems.length > 0}
              decision={permissions.verify}
              onClick={() =>
                void run(() => viewpoints.editor.nullResults.verify.mutate({ id, seen })).then(
                  (went) => went && toast.done('Verified. Readers have it.'),
                )
              }
            >
              Verify and publish
            </VerbButton>
            <VerbButton
              disabled={dirty}
              decision={permissions.reject}
              onClick={() => onOpen('reject')}
            >
              Reject…
            </VerbButton>
          </>
        ) : null}
        {published === null ? (
          <VerbButton
            variant="danger-quiet"
            decision={permissions.remove}
            onClick={() => onOpen('remove')}
          >
            Delete…
          </VerbButton>
        ) : (
          <VerbButton
            variant="danger-quiet"
            decision={permissions.withdraw}
            onClick={() => onOpen('withdraw')}
          >
            Withdraw…
          </VerbButton>
        )}
      </div>
      {isProposed && !permissions.verify.ok ? (
        <WhyNot reasons={permissions.verify.reasons} />
      ) : null}
    </section>
  );
}
