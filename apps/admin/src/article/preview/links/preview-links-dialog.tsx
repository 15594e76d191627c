'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { previewLinkDays } from '@viewpoints/domain/articles/shared-preview';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import { reasonFor } from '../../../data/problem.ts';
import { viewpoints } from '../../../data/viewpoints.ts';
import { useSession } from '../../../session/session-provider.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { KeepFocus } from '../../../ui/keep-focus.tsx';
import { Select } from '../../../ui/select.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { exactTime, Time } from '../../../ui/time.tsx';
import { useTask } from '../../../ui/use-task.ts';
import { type ArticleScreenData, articleKey } from '../../article-data.ts';

type Link = Outputs['editor']['articles']['previewLinks']['list'][number];

const choices = [1, 3, 7, 14, 30].map((days) => ({
  value: String(days),
  label: counted(days, 'day'),
}));

const statuses: Record<Link['status'], { label: string; tone: Tone }> = {
  open: { label: 'Works', tone: 'ok' },
  expired: { label: 'Expired', tone: 'plain' },
  revoked: { label: 'Revoked', tone: 'plain' },
  void: { label: 'Shows nothing', tone: 'warn' },
};

const links = viewpoints.editor.articles.previewLinks;

/** Makes links to a preview for people without an account, and lists and revokes them. */
export function PreviewLinksDialog(props: { data: ArticleScreenData; onClose: () => void }) {
  const { article } = props.data;
  const { me } = useSession();
  const client = useQueryClient();
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(String(previewLinkDays.default));
  const [made, setMade] = useState<{ link: string; expiresAt: string; label: string } | null>(null);
  const { busy, error, run } = useTask();
  const [revoking, setRevoking] = useState<Link | null>(null);
  const key = [...articleKey(article.id), 'preview links'] as const;
  const list = useQuery({
    queryKey: key,
    queryFn: () => links.list.query({ articleId: article.id }),
  });
  const reload = () => client.invalidateQueries({ queryKey: articleKey(article.id) });
  const subject = articleSubject(article);
  const make = async () => {
    await run(async () => {
      const input = { articleId: article.id, label, days: Number(days) };
      setMade({ ...(await links.create.mutate(input)), label });
      setLabel('');
      await reload();
    });
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title="Share preview"
      description="Somebody without an account reads the article as it is now, and comments on it. What is written later is not shown."
      footer={
        <Button variant={made === null ? 'secondary' : 'primary'} onClick={props.onClose}>
          {made === null ? 'Close' : 'Done'}
        </Button>
      }
    >
      <div className="grid gap-5">
        {made === null ? (
          <form
            className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]"
            onSubmit={(event) => {
              event.preventDefault();
              void make();
            }}
          >
            <TextField
              label="Label"
              value={label}
              onChange={setLabel}
              maxLength={80}
              hint="Whom it is for. Their comments have it."
              error={reasonFor(error, 'label')}
            />
            <Select label="Works for" value={days} onChange={setDays} options={choices} />
            <div className="sm:col-span-2">
              <Button
                type="submit"
                variant="primary"
                busy={busy}
                disabled={label.trim() === ''}
                decision={can(me, 'preview_link.create', subject, me)}
              >
                Make link
              </Button>
            </div>
            {error ? (
              <div className="sm:col-span-2">
                <ErrorNote error={error} />
              </div>
            ) : null}
          </form>
        ) : (
          <section aria-label="New link" className="grid gap-2">
            <p className="font-medium">
              Copy the link for <bdi>{made.label}</bdi> now. It is not shown again.
            </p>
            <CopyText text={made.link} testId="preview-link" />
            <p className="text-sm text-ink-soft">
              Pass it on yourself. It works until {exactTime(made.expiresAt)}, for anybody who has
              it.
            </p>
          </section>
        )}
        {list.isPending ? <Skeleton /> : null}
        {list.error ? <ErrorNote error={list.error} /> : null}
        <KeepFocus>
          {list.data && list.data.length > 0 ? (
            <ul aria-label="Links" className="grid gap-2">
              {list.data.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  onRevoke={
                    link.status === 'open' && can(me, 'preview_link.revoke', subject, me).ok
                      ? () => setRevoking(link)
                      : null
                  }
                />
              ))}
            </ul>
          ) : null}
        </KeepFocus>
      </div>
      {revoking === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={() => setRevoking(null)}
          title="Revoke this link?"
          consequence="It shows nothing any more. Comments that came by it stay."
          action="Revoke"
          danger
          onConfirm={async () => {
            await links.revoke.mutate({ id: revoking.id });
            await reload();
          }}
        />
      )}
    </Dialog>
  );
}

function LinkRow({ link, onRevoke }: { link: Link; onRevoke: (() => void) | null }) {
  const { label, tone } = statuses[link.status];
  return (
    <li className="flex flex-wrap items-start gap-2 rounded-md bg-sunken p-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <bdi className="min-w-0 break-words">{link.label}</bdi> <Badge tone={tone}>{label}</Badge>
        </p>
        <p className="text-sm text-ink-soft">
          Version {link.revision.number}, by {link.madeBy.name}, <Time at={link.madeAt} />.{' '}
          {`${counted(link.comments, 'comment')}.`}
          {link.status === 'open' ? ` Works until ${exactTime(link.expiresAt)}.` : ''}
          {link.status === 'void' ? ' Terms or protected names keep it inside by now.' : ''}
        </p>
      </div>
      {onRevoke === null ? null : (
        <Button size="sm" onClick={onRevoke}>
          Revoke…
        </Button>
      )}
    </li>
  );
}
