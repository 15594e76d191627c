'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Webhook } from '@viewpoints/domain/webhooks/webhook';
import {
  KeyRound,
  MoreHorizontal,
  Pause,
  Pencil,
  Play,
  RotateCcw,
  Send,
  Trash2,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { invalidateKeys } from '../../data/query-keys.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { VerbButton } from '../../shell/verb-button.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateTimePicker } from '../../ui/date-time-picker.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast.ts';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

type Open = 'edit' | 'rotate' | 'resume' | 'replay' | 'remove' | null;

const overlaps = [
  { value: 'day', label: 'After 24 hours', hint: 'The receiver has time to change over.' },
  { value: 'now', label: 'At once', hint: 'The old secret has leaked.' },
] as const;
const starts = [
  { value: 'stopped', label: 'Where it stopped' },
  { value: 'now', label: 'With new changes' },
] as const;

/** Everything an administrator can do with a webhook. */
export function WebhookActions(props: { webhook: Webhook; onError: (error: unknown) => void }) {
  const { webhook, onError } = props;
  const { id, name } = webhook;
  const { me } = useSession();
  const queries = useQueryClient();
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [overlap, setOverlap] = useState<'day' | 'now'>('day');
  const [from, setFrom] = useState<'stopped' | 'now'>('stopped');
  const [zone, setZone] = useState(me.ownTimeZone ?? me.timeZone);
  const [since, setSince] = useState<string | null>(null);
  const api = viewpoints.editor.webhooks;
  const refresh = () => invalidateKeys(queries, [['webhooks']]);
  const close = () => setOpen(null);
  const run = async (work: () => Promise<unknown>, done: string) => {
    onError(null);
    try {
      await work();
      await refresh();
      toast.done(done);
    } catch (error) {
      onError(error);
    }
  };

  return (
    <>
      <VerbButton
        icon={Send}
        onClick={() => void run(() => api.test.mutate({ id }), 'A test is being sent')}
      >
        Send test
      </VerbButton>
      {webhook.paused === null ? (
        <VerbButton
          verb="Pause webhook"
          icon={Pause}
          onClick={() => void run(() => api.pause.mutate({ id }), 'Paused')}
        >
          Pause
        </VerbButton>
      ) : (
        <VerbButton
          verb="Resume webhook"
          icon={Play}
          variant="primary"
          onClick={() => setOpen('resume')}
        >
          Resume
        </VerbButton>
      )}
      <Menu trigger={<Button icon={MoreHorizontal} label="More" size="icon" />}>
        <MenuItem icon={Pencil} onClick={() => setOpen('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={KeyRound} onClick={() => setOpen('rotate')}>
          New secret
        </MenuItem>
        <MenuItem icon={RotateCcw} onClick={() => setOpen('replay')}>
          Replay since…
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onClick={() => setOpen('remove')}>
          Remove
        </MenuItem>
      </Menu>
      {open === 'edit' ? (
        <WebhookDialog webhook={webhook} onClose={close} onSaved={() => void refresh()} />
      ) : null}
      {secret === null ? null : <SecretDialog secret={secret} onClose={() => setSecret(null)} />}
      <ConfirmDialog
        open={open === 'rotate'}
        onOpenChange={close}
        title="Make a new secret?"
        consequence="It is shown once. Until the old one ends, messages are signed with both."
        action="Make secret"
        onConfirm={async () => {
          const made = await api.rotateSecret.mutate({ id, overlap: overlap === 'day' });
          await refresh();
          setSecret(made.secret);
        }}
      >
        <Select label="Old secret ends" value={overlap} onChange={setOverlap} options={overlaps} />
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'resume'}
        onOpenChange={close}
        title={`Resume “${name}”?`}
        consequence="Messages are sent again, in their order."
        action="Resume"
        onConfirm={async () => {
          await api.resume.mutate({ id, from });
          await refresh();
          toast.done('Resumed');
        }}
      >
        <Select label="Begin" value={from} onChange={setFrom} options={starts} />
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'replay'}
        onOpenChange={close}
        title="Replay since a time?"
        consequence="Everything that changed since then is sent again, in its order and with the same ids. What is gone by now is told as gone."
        action="Replay"
        ready={since !== null}
        onConfirm={async () => {
          await api.replay.mutate({ id, what: { since: since ?? '' } });
          await refresh();
          toast.done('Messages are sent again');
        }}
      >
        <DateTimePicker
          label="Since"
          value={since}
          timeZone={zone}
          onChange={(next, nextZone) => {
            setSince(next);
            setZone(nextZone);
          }}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={close}
        danger
        title={`Remove “${name}”?`}
        consequence="Nothing more is sent. Its secrets and deliveries are deleted."
        action="Remove"
        onConfirm={async () => {
          await api.remove.mutate({ id });
          await invalidateKeys(queries, [['webhooks', 'list']]);
          toast.done(`Removed “${name}”`);
          router.push('/settings/webhooks');
        }}
      />
    </>
  );
}
