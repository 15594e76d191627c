'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { VerbButton } from '../shell/verb-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { accountNotification, notificationLabel } from './notification-kinds.ts';
import { useUnread } from './use-unread.ts';

type Notification = Outputs['editor']['notifications']['list']['items'][number];

/** The link and title of a row: the account itself, an article, or a webhook. */
function subjectOf({ kind, article, webhook }: Pick<Notification, 'kind' | 'article' | 'webhook'>) {
  const account = accountNotification(kind);
  if (account !== null) return { href: account.href, title: account.title };
  if (article === null)
    return { href: `/settings/webhooks/${webhook?.id ?? ''}`, title: webhook?.name ?? '' };
  const none = <span className="text-ink-faint italic">No headline yet</span>;
  return {
    href: `/articles/${article.id}`,
    serif: true,
    title: article.headline || none,
    lang: article.language,
    dir: article.direction,
  };
}

/** The user's notifications, newest first. */
export function NotificationsScreen() {
  const client = useQueryClient();
  const unread = useUnread();
  const [error, setError] = useState<unknown>(null);
  const pages = usePages(['notifications', 'list'], (cursor) =>
    viewpoints.editor.notifications.list.query({ limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  const markRead = async (input: { ids?: string[] }) => {
    setError(null);
    try {
      await viewpoints.editor.notifications.markRead.mutate(input);
      await invalidateKeys(client, [['notifications']]);
    } catch (thrown) {
      setError(thrown);
    }
  };
  return (
    <Page
      title="Notifications"
      description="What happened to your account, and to articles that are yours or await you. They are kept for 90 days."
      actions={
        <>
          <ButtonLink href="/account#notifications">Settings</ButtonLink>
          <VerbButton disabled={unread === 0} onClick={() => void markRead({})}>
            Mark all read
          </VerbButton>
        </>
      }
    >
      {error ? <ErrorNote error={error} className="mb-3" /> : null}
      <RecordList
        label="Notifications"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={Bell}
        empty={{
          title: 'No notifications',
          text: 'You are notified when an article awaits you, is sent back, approved or published.',
        }}
        row={({ id, kind, at, readAt, by, ...subject }) => (
          <ListRow
            key={id}
            {...subjectOf({ kind, ...subject })}
            badges={
              <Badge tone={readAt === null ? 'accent' : 'plain'}>
                {notificationLabel(kind)}
                {readAt === null ? <span className="sr-only">, unread</span> : null}
              </Badge>
            }
            end={
              <>
                <span>
                  {by ? `${by.name} · ` : ''}
                  <Time at={at} />
                </span>
                {readAt === null ? (
                  <Button size="sm" onClick={() => void markRead({ ids: [id] })}>
                    Mark read
                  </Button>
                ) : null}
              </>
            }
          />
        )}
      />
    </Page>
  );
}
