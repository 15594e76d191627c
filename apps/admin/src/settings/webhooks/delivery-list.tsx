'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { WebhookDelivery } from '@viewpoints/domain/webhooks/webhook';
import { Webhook as Icon } from 'lucide-react';
import { useEffect } from 'react';
import { invalidateKeys } from '../../data/query-keys.ts';
import { usePages } from '../../data/use-pages.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { RecordList } from '../../records/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ListRow } from '../../ui/list.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { failureLabels } from './webhook-labels.ts';

/** How often the list is read again while a message is queued, in milliseconds. */
const pollInterval = 2_000;

/** The messages of a webhook of the last 30 days, with the result of the last attempt. */
export function DeliveryList(props: { id: string; onError: (error: unknown) => void }) {
  const { id, onError } = props;
  const queries = useQueryClient();
  const pages = usePages<WebhookDelivery>(['webhooks', 'deliveries', id], (cursor) =>
    viewpoints.editor.webhooks.deliveries.query({
      ...{ id, limit: 30 },
      ...(cursor ? { cursor } : {}),
    }),
  );
  const isQueued = pages.items.some(({ state }) => state === 'queued');
  useEffect(() => {
    if (!isQueued) return;
    const timer = setInterval(() => void invalidateKeys(queries, [['webhooks']]), pollInterval);
    return () => clearInterval(timer);
  }, [isQueued, queries]);
  const replay = async (delivery: WebhookDelivery) => {
    onError(null);
    try {
      await viewpoints.editor.webhooks.replay.mutate({ id, what: { deliveryId: delivery.id } });
      await invalidateKeys(queries, [['webhooks']]);
      toast.done('The message is sent again');
    } catch (error) {
      onError(error);
    }
  };
  return (
    <RecordList
      label="Deliveries"
      pages={pages}
      filtered={false}
      onClear={() => {}}
      icon={Icon}
      empty={{
        title: 'No deliveries',
        text: 'What is sent is listed here for 30 days. Send a test to try the receiver.',
      }}
      row={(delivery) => (
        <ListRow
          key={delivery.id}
          title={<code className="text-sm">{delivery.type}</code>}
          badges={<Result delivery={delivery} />}
          meta={
            <>
              {delivery.attempts > 1 ? <span>{delivery.attempts} attempts</span> : null}
              {delivery.durationMs === null ? null : <span>{delivery.durationMs} ms</span>}
              <code className="break-all">{delivery.messageId}</code>
            </>
          }
          end={
            <>
              <Time at={delivery.at} />
              {delivery.state === 'queued' ? null : (
                <Button size="sm" onClick={() => void replay(delivery)}>
                  Replay<span className="sr-only"> {delivery.type}</span>
                </Button>
              )}
            </>
          }
        />
      )}
    />
  );
}

function Result({ delivery }: { delivery: WebhookDelivery }) {
  const { state, status, failure } = delivery;
  if (state === 'queued') return <Badge tone="warn">Queued</Badge>;
  if (state === 'delivered') return <Badge tone="ok">Delivered · {status}</Badge>;
  return (
    <Badge tone="danger">{failure === null ? `Refused · ${status}` : failureLabels[failure]}</Badge>
  );
}
