'use client';

import { Copy, Mail } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.tsx';
import { SettingsPage } from './settings-page.tsx';

const toggled = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];

/** Puts the link that the message is about on the clipboard. */
function CopyLink({ text }: { text: string }) {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      toast.done('The link is copied.');
    } catch {
      toast.told('Your browser did not allow it. Select the link and copy it by hand.');
    }
  };
  return (
    <div>
      <Button size="sm" icon={Copy} onClick={() => void copy()}>
        Copy the link
      </Button>
    </div>
  );
}

/** The messages this journal sent or, where no mail server is set, keeps for being read here. */
export function OutboxScreen() {
  // What was not sent is here to be passed on, so it shows until it is put away.
  const [closed, setClosed] = useState<readonly string[]>([]);
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
            {...(message.text ? { onOpen: () => setClosed(toggled(closed, message.id)) } : {})}
            badges={
              message.lastError ? (
                <Badge tone="danger">Refused: {message.lastError}</Badge>
              ) : message.sentAt ? (
                <Badge tone="ok">Sent</Badge>
              ) : (
                <Badge tone="warn">Not sent</Badge>
              )
            }
            meta={<span>to {message.recipient}</span>}
            end={<Time at={message.createdAt} />}
          >
            {message.text && !closed.includes(message.id) ? (
              <div className="relative mt-2 grid gap-2">
                <pre className="rounded-md bg-sunken p-3 font-sans break-words whitespace-pre-wrap select-text">
                  {message.text}
                </pre>
                <CopyLink text={message.text} />
              </div>
            ) : null}
          </ListRow>
        )}
      />
    </SettingsPage>
  );
}
