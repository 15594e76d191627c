'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';

type Pending = NonNullable<Outputs['editor']['account']['get']['pendingEmail']>;

/** The pending address, with a button to cancel the change. */
export function PendingEmail(props: { pending: Pending; sendsMail: boolean }) {
  const { email, expiresAt } = props.pending;
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => viewpoints.editor.account.cancelEmailChange.mutate(),
    onSuccess: () => toast.done('Change cancelled'),
    // It may have been confirmed, or have expired, since this was shown.
    onError: (error) => toast.failed(error, 'The change could not be cancelled.'),
    onSettled: () => invalidateKeys(queries, [['account'], ['me']]),
  });
  return (
    <section
      aria-label="Unconfirmed address"
      className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-sunken px-3 py-2.5"
    >
      <div className="min-w-0 text-sm">
        <p>
          Waiting for <strong className="font-medium wrap-anywhere">{email}</strong>
        </p>
        <p className="text-ink-soft">
          {props.sendsMail
            ? 'Open the link that was sent there. Stay signed in here until then.'
            : 'This journal sends no mail: the operator of its server has the message with the link.'}{' '}
          <Time at={expiresAt} prefix="It expires" due />.
        </p>
      </div>
      <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate()}>
        Cancel change
      </Button>
    </section>
  );
}
