'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { counted } from '@viewpoints/domain/text/counted';
import { Bell } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { dayFields } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { RecordList } from '../records/record-list.tsx';
import { VerbButton } from '../shell/verb-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import {
  accountNotification,
  kindLabels,
  notificationLabel,
  severalHref,
  workNotifications,
} from './notification-kinds.ts';
import { useUnread } from './use-unread.ts';

type Notification = Outputs['editor']['notifications']['list']['items'][number];

const fields = {
  state: {
    ...choice('State', 'Read and unread', { unread: 'Unread', read: 'Read' }),
    isMain: true,
  },
  kind: { ...choice('Kind', 'Any kind', kindLabels), isMain: true },
  ...dayFields('Received'),
};

/** The link and title of a row: the account itself, an article, several, or a webhook. */
function subjectOf({
  kind,
  articles,
  webhook,
}: Pick<Notification, 'kind' | 'articles' | 'webhook'>) {
  const account = accountNotification(kind);
  if (account !== null) return { href: account.href, title: account.title };
  if (kind === 'import_finished' || kind === 'import_failed')
    return { href: '/import-runs', title: workNotifications[kind].hint };
  const [article, ...others] = articles;
  if (article === undefined)
    return { href: `/settings/webhooks/${webhook?.id ?? ''}`, title: webhook?.name ?? '' };
  if (others.length > 0)
    return { href: severalHref(kind), title: counted(articles.length, 'article') };
  return {
    href: `/articles/${article.id}`,
    serif: true,
    title: article.headline || noHeadline,
    lang: article.language,
    dir: article.direction,
  };
}

const noHeadline = <span className="text-ink-faint italic">No headline yet</span>;

/** The articles of a notification of several, each with its link. */
function Articles({ articles }: Pick<Notification, 'articles'>) {
  if (articles.length < 2) return null;
  return (
    <ul aria-label="Articles" className="mt-1 grid gap-1">
      {articles.map(({ id, headline, language, direction }) => (
        <li key={id} className="relative break-words">
          <Link
            href={`/articles/${id}`}
            lang={language}
            dir={direction}
            className="font-serif underline decoration-line underline-offset-2 hover:decoration-current"
          >
            {headline || noHeadline}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The user's notifications. */
export function NotificationsScreen() {
  const client = useQueryClient();
  const unread = useUnread();
  const [error, setError] = useState<unknown>(null);
  const filters = useListFilters(null, fields, TimeOrder.options);
  const { q: _, ...query } = filters.query;
  const pages = usePages(['notifications', 'list', query, filters.order], (cursor) =>
    viewpoints.editor.notifications.list.query({
      ...{ limit: 30, order: filters.order, ...query },
      ...(cursor ? { cursor } : { counted: true }),
    }),
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
      <FilterBar
        filters={filters}
        count={pages.count}
        noun={{ one: 'notification', many: 'notifications' }}
      />
      <RecordList
        label="Notifications"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
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
          >
            <Articles articles={subject.articles} />
          </ListRow>
        )}
      />
    </Page>
  );
}
