'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Delivery,
  type NotificationSettings,
  WorkNotificationKind,
} from '@viewpoints/domain/notifications/notification';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { deliveries, workNotifications } from '../notifications/notification-kinds.ts';
import { optionsOf } from '../options-of.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { toast } from '../ui/toast.ts';

/** How the user wants each kind of notification sent by e-mail. */
export function NotificationsPanel() {
  const settings = useQuery({
    queryKey: ['notifications', 'settings'],
    queryFn: () => viewpoints.editor.notifications.settings.query(),
  });
  return (
    <Panel
      id="notifications"
      title="Notifications"
      description="They show under the bell at once. This is how they are sent by e-mail, which names no words of an article."
      padded
    >
      {settings.error ? (
        <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : settings.data ? (
        <SettingsForm saved={settings.data} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Panel>
  );
}

function SettingsForm({ saved }: { saved: NotificationSettings }) {
  const queries = useQueryClient();
  const [settings, setSettings] = useState(saved);
  const save = useMutation({
    mutationFn: () => viewpoints.editor.notifications.saveSettings.mutate(settings),
    onSuccess: async () => {
      await invalidateKeys(queries, [['notifications']]);
      toast.done('Your notifications are saved');
    },
  });
  const { ok: seesWebhooks } = useMay('webhook.list');
  const { ok: imports } = useMay('import_upload.begin');
  const kinds = WorkNotificationKind.options.filter(
    (kind) =>
      (kind !== 'webhook_paused' || seesWebhooks) && (!kind.startsWith('import_') || imports),
  );
  const changed = WorkNotificationKind.options.some((kind) => settings[kind] !== saved[kind]);
  return (
    <Form
      className="grid max-w-sm gap-4"
      error={save.error}
      onSubmit={() => {
        if (changed && !save.isPending) save.mutate();
      }}
    >
      {save.error ? <ErrorNote error={save.error} /> : null}
      {kinds.map((kind) => (
        <Select<Delivery>
          key={kind}
          label={workNotifications[kind].label}
          hint={workNotifications[kind].hint}
          value={settings[kind]}
          onChange={(delivery) => setSettings({ ...settings, [kind]: delivery })}
          options={optionsOf(deliveries)}
        />
      ))}
      <p className="text-sm text-ink-faint">
        What is sent once a day comes at seven in the morning, in your time zone.
      </p>
      <div>
        <Button type="submit" variant="primary" busy={save.isPending} disabled={!changed}>
          Save notifications
        </Button>
      </div>
    </Form>
  );
}
