'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { exactTime } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { NewsletterBadge } from './newsletter-badge.tsx';
import { NewsletterForm } from './newsletter-form.tsx';
import { NewsletterPreview } from './newsletter-preview.tsx';
import { NewsletterSteps } from './newsletter-steps.tsx';
import { ScheduleNewsletterDialog } from './schedule-newsletter-dialog.tsx';
import { stoppedSentence } from './stopped-newsletters.tsx';
import { type ShownNewsletter, useNewsletter } from './use-newsletter.ts';

const list = { href: '/newsletters', label: 'All newsletters' };

type OpenDialog = 'preview' | 'schedule' | 'send_back' | 'remove' | null;

/** One newsletter: what it says, how it looks, and the steps until it is sent. */
export function NewsletterScreen({ id }: { id: string }) {
  const { query, busy, error, run, refresh } = useNewsletter(id);
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const [dirty, setDirty] = useState(false);
  /** The save that the form shows; a newer one of somebody else replaces it where nothing is unsaved. */
  const [seen, setSeen] = useState({ save: 0, form: 0 });
  const router = useRouter();
  if (query.isError && !query.data)
    return (
      <MissingRecord
        error={query.error}
        kind="newsletter"
        list={list}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data)
    return (
      <Page title="Newsletter" back={list} width="prose">
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      </Page>
    );
  const { newsletter } = query.data;
  if (!dirty && newsletter.save > seen.save)
    setSeen({ save: newsletter.save, form: seen.form + 1 });
  const api = viewpoints.editor.newsletters;
  const close = () => setOpenDialog(null);
  return (
    <Page
      title={newsletter.subject}
      back={list}
      width="prose"
      badges={<NewsletterBadge newsletter={newsletter} />}
      description={describe(query.data)}
      actions={
        <>
          <Button disabled={dirty} onClick={() => setOpenDialog('preview')}>
            Preview
          </Button>
          <Button
            busy={busy}
            disabled={dirty}
            onClick={() =>
              void run(async () => {
                const { sentTo } = await api.test.mutate({ id });
                toast.done(`Sent to ${sentTo}.`);
              })
            }
          >
            Send test
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {error ? <ErrorNote error={error} /> : null}
        <NewsletterForm
          key={seen.form}
          shown={query.data}
          onDirty={setDirty}
          onSaved={(save) => {
            setSeen({ ...seen, save });
            void refresh();
          }}
        />
        <NewsletterSteps
          shown={query.data}
          busy={busy}
          dirty={dirty}
          run={run}
          onOpen={setOpenDialog}
        />
      </div>
      {openDialog === 'preview' ? <NewsletterPreview id={id} onClose={close} /> : null}
      {openDialog === 'schedule' ? (
        <ScheduleNewsletterDialog newsletter={newsletter} onClose={close} onDone={refresh} />
      ) : null}
      <ConfirmDialog
        open={openDialog === 'send_back'}
        onOpenChange={close}
        title="Send it back?"
        consequence="It is a draft again, without an approval. Its authors see your note."
        action="Send back"
        why={{ label: 'Note', maxLength: 1000 }}
        onConfirm={async (note) => {
          await api.sendBack.mutate({ id, seen: newsletter.save, note });
          await refresh();
        }}
      />
      <ConfirmDialog
        open={openDialog === 'remove'}
        onOpenChange={close}
        title="Delete this newsletter?"
        consequence="What it names stays as it is."
        action="Delete newsletter"
        danger
        onConfirm={async () => {
          await api.remove.mutate({ id });
          router.push('/newsletters');
          await refresh();
        }}
      />
    </Page>
  );
}

function describe({ newsletter, authors }: ShownNewsletter): string {
  const { state, sendAt, sentAt, timeZone, stoppedCode, sentBack } = newsletter;
  const by = `Written by ${authors.map(({ name }) => name).join(', ')}.`;
  if (stoppedCode !== null) return `${by} ${stoppedSentence(stoppedCode)}`;
  if (sentAt !== null) return `${by} Sent ${exactTime(sentAt, timeZone)}.`;
  if (state === 'sending') return `${by} It is being sent.`;
  if (sendAt !== null) return `${by} Goes out ${exactTime(sendAt, timeZone)}.`;
  if (state === 'draft' && sentBack !== '') return `${by} Sent back: ${sentBack}`;
  return by;
}
