'use client';

import { useQuery } from '@tanstack/react-query';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { Webhook } from '@viewpoints/domain/webhooks/webhook';
import { type ReactNode, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Panel } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { events, pauses } from './webhook-labels.ts';
import { WebhookState } from './webhook-state.tsx';

const back = { href: '/settings/webhooks', label: 'Webhooks' };

/** One webhook: its state, what it is sent, and its deliveries. */
export function WebhookScreen({ id }: { id: string }) {
  const [error, setError] = useState<unknown>(null);
  const webhook = useQuery({
    queryKey: ['webhooks', 'one', id],
    queryFn: () => viewpoints.editor.webhooks.get.query({ id }),
  });
  if (webhook.error && webhook.data === undefined)
    return (
      <Page title="Webhook" width="prose" back={back}>
        <ErrorNote error={webhook.error} onRetry={() => void webhook.refetch()} />
      </Page>
    );
  if (webhook.isPending)
    return (
      <Page title="Webhook" width="prose" back={back}>
        <Panel>
          <SkeletonRows />
        </Panel>
      </Page>
    );
  return (
    <Page
      title={webhook.data.name}
      width="prose"
      back={back}
      badges={<WebhookState webhook={webhook.data} />}
      actions={<WebhookActions webhook={webhook.data} onError={setError} />}
    >
      {error ? <ErrorNote error={error} className="mb-3" /> : null}
      <StateNote webhook={webhook.data} />
      <Panel className="mb-5" padded>
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <Fact label="Address">
            <code className="break-all">{webhook.data.url}</code>
          </Fact>
          <Fact label="Kinds">
            {webhook.data.kinds.map((kind) => kinds[kind].label.many).join(', ')}
          </Fact>
          <Fact label="Events">
            {webhook.data.events.map((event) => events[event].label).join(', ')}
          </Fact>
          {webhook.data.previousSecretUntil === null ? null : (
            <Fact label="Old secret">
              <Time at={webhook.data.previousSecretUntil} prefix="ends" due />
            </Fact>
          )}
        </dl>
      </Panel>
      <h2 className="mb-2 font-semibold">Deliveries</h2>
      <DeliveryList id={id} onError={setError} />
    </Page>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-sm text-ink-faint">{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Why nothing is sent, or what is tried again and when. */
function StateNote({ webhook: { paused, failing, hasWaiting } }: { webhook: Webhook }) {
  if (paused !== null)
    return (
      <p className="mb-4 rounded-md bg-warn-soft px-3 py-2.5 text-warn">
        {pauses[paused.reason]} <Time at={paused.at} prefix="Paused" />.
        {hasWaiting ? ' Messages wait.' : ''}
      </p>
    );
  if (failing === null) return null;
  return (
    <p className="mb-4 rounded-md bg-danger-soft px-3 py-2.5 text-danger">
      The receiver has not taken a message since <Time at={failing.since} />, in {failing.failures}{' '}
      {failing.failures === 1 ? 'attempt' : 'attempts'}; those after it wait.
      {failing.retryAt === null ? null : (
        <>
          {' '}
          The next attempt is <Time at={failing.retryAt} due />.
        </>
      )}
    </p>
  );
}
