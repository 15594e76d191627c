'use client';

import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { Mail } from 'lucide-react';
import Link from 'next/link';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { Badge } from '../ui/badge.tsx';
import { ListRow } from '../ui/list.tsx';
import { Time } from '../ui/time.tsx';
import { SettingsPage } from './settings-page.tsx';

type Outbox = Outputs['editor']['outbox']['list'];
type Message = Outbox['items'][number];

const kinds: Record<string, string> = {
  invitation: 'Invitation',
  password_reset: 'Password reset link',
  email_change: 'Address confirmation',
  security_notice: 'Security notice',
  notification: 'Notification',
};

/** Messages sent by this journal, with recipients and results; never their text. */
export function OutboxScreen() {
  const pages = usePages(['outbox'], (cursor) =>
    viewpoints.editor.outbox.list.query({ limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  const mail = useQuery({
    queryKey: ['outbox', 'mail'],
    queryFn: async () => (await viewpoints.editor.outbox.list.query({ limit: 1 })).sendsMail,
  });
  return (
    <SettingsPage>
      <div className="mb-3 space-y-2 text-ink-soft">
        <p>
          Invitations and links for new passwords. Their links sign people in, so nobody but whom
          they are for can read them here.
        </p>
        {mail.data === false ? <WithoutMail /> : null}
      </div>
      <RecordList
        label="Messages"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={Mail}
        empty={{
          title: 'No messages yet',
          text: 'When somebody is invited or asks for a new password, it shows here.',
        }}
        row={(message) => (
          <ListRow
            key={message.id}
            title={kinds[message.kind] ?? message.kind}
            badges={<Result message={message} />}
            meta={
              <>
                <span className="break-all">to {message.recipient}</span>
                {message.usable ? null : <span>link no longer works</span>}
              </>
            }
            end={<Time at={message.resultAt ?? message.createdAt} />}
          />
        )}
      />
    </SettingsPage>
  );
}

/** Advice for a server that sends no mail, in plain words. */
function WithoutMail() {
  return (
    <div className="space-y-2 rounded-md bg-warn-soft px-3 py-2.5 text-warn">
      <p>
        <strong className="font-medium">No mail server is set, so nothing is sent.</strong> The link
        of an invitation is copied from its row under{' '}
        <Link href="/people" className="underline underline-offset-2">
          People
        </Link>
        . The link for a new password is made by the operator of the server, with
      </p>
      <p>
        <code className="rounded-sm bg-surface px-1.5 py-0.5 text-ink break-words">
          npm run viewpoints -- user reset-password name@example.org
        </code>
      </p>
      <p>
        or read from its file in the folder <code>outbox</code> of the data directory. Setting
        SMTP_URL sends such links by themselves.
      </p>
    </div>
  );
}

function Result(props: { message: Message }) {
  const { result, lastError } = props.message;
  switch (result) {
    case 'sent':
      return <Badge tone="ok">Sent</Badge>;
    case 'kept':
      return <Badge tone="warn">Kept on server</Badge>;
    case 'refused':
      return <Badge tone="danger">Refused: {lastError}</Badge>;
    case 'ended':
      return <Badge>No longer needed</Badge>;
    case 'waiting':
      return <Badge tone="warn">Waiting to send</Badge>;
  }
}
