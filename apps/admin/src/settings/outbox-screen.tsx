'use client';

import { Mail } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';
import { SettingsPage } from './settings-page.tsx';

/** The messages this journal sent or, where no mail server is set, keeps for being read here. */
export function OutboxScreen() {
  const [opened, setOpened] = useState<string | null>(null);
  const pages = usePages(['outbox'], (cursor) =>
    viewpoints.editor.outbox.list.query({ limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <SettingsPage>
      <p className="mb-3 text-ink-soft">
        Invitations and links for new passwords. Without a mail server (SMTP_URL) they are kept here
        and passed on by hand; once sent, their words are forgotten.
      </p>
      <RecordList
        label="Messages"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={Mail}
        empty={{
          title: 'No messages yet',
          text: 'Invite somebody, and the invitation shows here.',
        }}
        row={(message) => (
          <ListRow
            key={message.id}
            title={message.subject}
            {...(message.text
              ? { onOpen: () => setOpened(opened === message.id ? null : message.id) }
              : {})}
            badges={
              message.lastError ? (
                <Badge tone="danger">Refused: {message.lastError}</Badge>
              ) : message.sentAt ? (
                <Badge tone="ok">Sent</Badge>
              ) : (
                <Badge tone="warn">Waiting</Badge>
              )
            }
            meta={<span>to {message.recipient}</span>}
            end={<Time at={message.createdAt} />}
          >
            {opened === message.id ? (
              <pre className="relative mt-2 rounded-md bg-sunken p-3 font-sans break-words whitespace-pre-wrap select-text">
                {message.text}
              </pre>
            ) : null}
          </ListRow>
        )}
      />
    </SettingsPage>
  );
}
