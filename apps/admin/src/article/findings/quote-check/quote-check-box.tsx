'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { useState } from 'react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { useSession } from '../../../session/session-provider.tsx';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { KeepFocus } from '../../../ui/keep-focus.tsx';
import { exactTime, Time } from '../../../ui/time.tsx';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import { FieldGroup } from '../fields/field-group.tsx';
import { QuoteCheckDialog } from './quote-check-dialog.tsx';

type QuoteCheck = Outputs['editor']['findings']['quoteChecks']['list'][number];
type OpenDialog = { kind: 'make' } | { kind: 'revoke' | 'remove'; id: string } | null;

const answers: Record<NonNullable<QuoteCheck['answer']>['kind'], { label: string; tone: Tone }> = {
  agrees: { label: 'Agrees', tone: 'ok' },
  objects: { label: 'Objects', tone: 'danger' },
  proposes: { label: 'Proposes wording', tone: 'warn' },
};

/** Links with which the source of a finding looks at its own passage, and what it answered. */
export function QuoteCheckBox(props: {
  finding: Finding;
  session: ArticleSession;
  /** Changes that are not saved yet: a link shows what is stored. */
  dirty: boolean;
}) {
  const { finding, session } = props;
  const { me } = useSession();
  const client = useQueryClient();
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const subject = articleSubject(session.data.article);
  const may = (act: 'list' | 'create' | 'revoke' | 'remove') =>
    can(me, `quote_check.${act}`, subject, me);
  const key = ['finding', finding.id, 'quote checks'] as const;
  const list = useQuery({
    // The content of a link depends on the words as they are stored.
    queryKey: [...key, finding.updatedAt, session.data.article.save],
    queryFn: () => viewpoints.editor.findings.quoteChecks.list.query({ findingId: finding.id }),
    enabled: may('list').ok,
    placeholderData: (before) => before,
  });
  if (!may('list').ok) return null;
  const checks = list.data ?? [];
  const reload = () => client.invalidateQueries({ queryKey: key });
  const close = () => setOpenDialog(null);
  if (checks.length === 0 && !needsItsQuote(finding.state)) return null;
  return (
    <FieldGroup
      legend="Quote check"
      name="quoteCheck"
      hint={
        checks.length === 0
          ? 'Let the source look at its own passage, by a link that you pass on yourself.'
          : undefined
      }
      action={
        needsItsQuote(finding.state) ? (
          <Button
            size="sm"
            decision={may('create')}
            disabled={props.dirty}
            onClick={() => setOpenDialog({ kind: 'make' })}
          >
            Make link…
          </Button>
        ) : null
      }
    >
      {list.error ? <ErrorNote error={list.error} /> : null}
      {props.dirty ? (
        <p className="text-sm text-ink-soft">
          Save the finding first: a link shows what is stored.
        </p>
      ) : null}
      <KeepFocus>
        {checks.length > 0 ? (
          <ul className="grid gap-2">
            {checks.map((check) => (
              <CheckRow
                key={check.id}
                check={check}
                onRevoke={
                  check.status === 'open' && may('revoke').ok
                    ? () => setOpenDialog({ kind: 'revoke', id: check.id })
                    : null
                }
                onRemove={
                  may('remove').ok ? () => setOpenDialog({ kind: 'remove', id: check.id }) : null
                }
              />
            ))}
          </ul>
        ) : null}
      </KeepFocus>
      {openDialog?.kind === 'make' ? (
        <QuoteCheckDialog finding={finding} session={session} onMade={reload} onClose={close} />
      ) : null}
      {openDialog !== null && openDialog.kind !== 'make' ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={openDialog.kind === 'revoke' ? 'Revoke this link?' : 'Remove this quote check?'}
          consequence={
            openDialog.kind === 'revoke'
              ? 'It shows nothing any more. An answer stays with the finding.'
              : 'The link shows nothing any more, and its answer is deleted.'
          }
          action={openDialog.kind === 'revoke' ? 'Revoke' : 'Remove'}
          danger
          onConfirm={async () => {
            await viewpoints.editor.findings.quoteChecks[openDialog.kind].mutate({
              id: openDialog.id,
            });
            await reload();
          }}
        />
      ) : null}
    </FieldGroup>
  );
}

function CheckRow(props: {
  check: QuoteCheck;
  onRevoke: (() => void) | null;
  onRemove: (() => void) | null;
}) {
  const { check } = props;
  const { answer } = check;
  return (
    <li className="grid gap-2 rounded-md bg-sunken p-3">
      <div className="flex flex-wrap items-center gap-2">
        {answer === null ? (
          <Badge>{check.status === 'open' ? 'No answer yet' : 'No answer'}</Badge>
        ) : (
          <Badge tone={answers[answer.kind].tone}>{answers[answer.kind].label}</Badge>
        )}
        {check.isCurrent ? null : <Badge tone="warn">Earlier words</Badge>}
        {answer === null ? null : (
          <span className="text-sm text-ink-soft">
            <Time at={answer.at} />
          </span>
        )}
      </div>
      {answer === null || answer.said === '' ? null : (
        <p className="break-words whitespace-pre-line" dir="auto">
          {answer.said}
        </p>
      )}
      <p className="text-sm text-ink-soft">
        {statusOf(check)} Made by {check.madeBy.name}, <Time at={check.madeAt} />.
      </p>
      {props.onRevoke === null && props.onRemove === null ? null : (
        <div className="flex flex-wrap gap-2">
          {props.onRevoke === null ? null : (
            <Button size="sm" onClick={props.onRevoke}>
              Revoke…
            </Button>
          )}
          {props.onRemove === null ? null : (
            <Button size="sm" variant="danger-quiet" onClick={props.onRemove}>
              Remove…
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function statusOf({ status, expiresAt }: QuoteCheck): string {
  switch (status) {
    case 'open':
      return `The link works until ${exactTime(expiresAt)}.`;
    case 'expired':
      return 'The link has expired.';
    case 'revoked':
      return 'The link was revoked.';
    case 'void':
      return 'The link shows nothing any more: the words, the terms or who may see them have changed.';
  }
}
