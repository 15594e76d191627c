'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Mailbox, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { exactTime, Time } from '../ui/time.tsx';
import { NewNewsletterDialog } from './new-newsletter-dialog.tsx';
import { NewsletterBadge } from './newsletter-badge.tsx';

/** Newsletters, those changed last first. */
export function NewslettersScreen() {
  const queries = useQueryClient();
  const router = useRouter();
  const mayCreate = useMay('newsletter.create');
  const [creating, setCreating] = useState(false);
  const pages = usePages(['newsletters', 'list'], (cursor) =>
    viewpoints.editor.newsletters.list.query({ limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => setCreating(true)}
    >
      New newsletter
    </VerbButton>
  );
  return (
    <Page
      title="Newsletters"
      description="Messages to those who subscribed to a language: your words, with articles and findings."
      actions={create}
    >
      <RecordList
        label="Newsletters"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={Mailbox}
        empty={{
          title: 'No newsletter yet',
          text: 'Write a few sentences, choose articles and findings, and have somebody else approve it. An admin turns newsletters on in the settings.',
          action: create,
        }}
        row={(newsletter) => (
          <ListRow
            key={newsletter.id}
            href={`/newsletters/${newsletter.id}`}
            title={newsletter.subject}
            lang={newsletter.language}
            badges={<NewsletterBadge newsletter={newsletter} />}
            meta={
              <>
                <span>{newsletter.language}</span>
                <span>Begun by {newsletter.createdBy.name}</span>
              </>
            }
            end={
              newsletter.sentAt !== null ? (
                <span>
                  Sent <Time at={newsletter.sentAt} />
                </span>
              ) : newsletter.sendAt !== null ? (
                <span title={exactTime(newsletter.sendAt, newsletter.timeZone)}>
                  <Time at={newsletter.sendAt} prefix="goes out" due />
                </span>
              ) : (
                <span>
                  Changed <Time at={newsletter.savedAt} />
                </span>
              )
            }
          />
        )}
      />
      {creating ? (
        <NewNewsletterDialog
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            void queries.invalidateQueries({ queryKey: ['newsletters'] });
            router.push(`/newsletters/${id}`);
          }}
        />
      ) : null}
    </Page>
  );
}
