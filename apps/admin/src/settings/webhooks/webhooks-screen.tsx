'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { Webhook as Icon, Plus } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useMay } from '../../session/use-may.ts';
import { VerbButton } from '../../shell/verb-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Panel } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookState } from './webhook-state.tsx';

/** The webhooks of the journal: where each leads, and whether its receiver takes what it is sent. */
export function WebhooksScreen() {
  const queries = useQueryClient();
  const mayCreate = useMay('webhook.create');
  const [creating, setCreating] = useState(false);
  const webhooks = useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: () => viewpoints.editor.webhooks.list.query(),
  });
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => setCreating(true)}
    >
      New webhook
    </VerbButton>
  );
  return (
    <SettingsPage actions={create}>
      <p className="mb-3 text-ink-soft">
        A webhook sends another program what was published, changed or is gone, as soon as readers
        see it. Messages are signed and contain no text.
      </p>
      <Panel>
        {webhooks.error ? (
          <div className="p-4">
            <ErrorNote error={webhooks.error} onRetry={() => void webhooks.refetch()} />
          </div>
        ) : webhooks.isPending ? (
          <SkeletonRows rows={3} />
        ) : webhooks.data.length === 0 ? (
          <EmptyState icon={Icon} title="No webhooks" action={create}>
            Make one for each program that should know what changes.
          </EmptyState>
        ) : (
          <List label="Webhooks">
            {webhooks.data.map((webhook) => (
              <ListRow
                key={webhook.id}
                href={`/settings/webhooks/${webhook.id}`}
                title={webhook.name}
                badges={<WebhookState webhook={webhook} />}
                meta={
                  <>
                    <span className="break-all">{new URL(webhook.url).host}</span>
                    <span>{webhook.kinds.map((kind) => kinds[kind].label.many).join(', ')}</span>
                  </>
                }
                end={<Time at={webhook.createdAt} prefix="made" />}
              />
            ))}
          </List>
        )}
      </Panel>
      {creating ? (
        <WebhookDialog
          onClose={() => setCreating(false)}
          onSaved={() => void queries.invalidateQueries({ queryKey: ['webhooks'] })}
        />
      ) : null}
    </SettingsPage>
  );
}
