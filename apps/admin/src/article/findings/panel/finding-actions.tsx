'use client';

import { useQuery } from '@tanstack/react-query';
import type { Action } from '@viewpoints/domain/accounts/action';
import { can, findingSubject } from '@viewpoints/domain/accounts/permissions';
import type { Finding, Supersession } from '@viewpoints/domain/findings/finding';
import {
  type FindingEvent,
  findingTransition,
  isPublic,
} from '@viewpoints/domain/findings/finding-workflow';
import { type Decision, decide, reason } from '@viewpoints/domain/refusal';
import { useState } from 'react';
import type { Problem } from '../../../data/problem.ts';
import { viewpoints } from '../../../data/viewpoints.ts';
import { supersessionKinds } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { EffectsNote } from '../../../protection/effects-note.tsx';
import { useSession } from '../../../session/session-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { Combobox, type Option } from '../../../ui/combobox.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { toast } from '../../../ui/toast.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';
import { FindingWords } from './finding-words.tsx';
import { searchFindings } from './links-box.tsx';
import { useNextToVerify } from './use-next-to-verify.ts';
import { useVerifyKey, VERIFY_AND_NEXT } from './use-verify-key.ts';

/** Until the server has said whose words a new finding has. */
const beingRead = decide([reason('own_words', 'Who can verify it is being looked up.')]);

type OpenDialog = 'reject' | 'withdraw' | 'supersede' | null;

/** The actions on a finding in its state; a button that may not be pressed says why. */
export function FindingActions(props: {
  finding: Finding;
  session: ArticleSession;
  /** Changes that are not saved yet: what is verified must be what is stored. */
  dirty: boolean;
  onRefused: (error: unknown) => void;
  /** Opens another finding of this article, or its list. */
  onOpen: (id: string | null) => void;
}) {
  const { finding, session } = props;
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const [busy, setBusy] = useState(false);
  const decisionOn = useFindingDecision(finding, session);
  const again = finding.state === 'published' && finding.verifiedAt === null;

  const openNext = useNextToVerify(finding, session, props.onOpen);

  const verify = async ({ next }: { next: boolean }) => {
    setBusy(true);
    try {
      await session.after(() =>
        viewpoints.editor.findings.verify.mutate({ id: finding.id, seen: finding.updatedAt }),
      );
      toast.done(`Finding ${finding.number} is verified.`);
      if (next) await openNext();
    } catch (error) {
      props.onRefused(error);
    } finally {
      setBusy(false);
    }
  };

  const waits = finding.state === 'proposed' || again;
  useVerifyKey(
    waits && !busy && !props.dirty && openDialog === null && decisionOn('verify').ok,
    () => void verify({ next: true }),
  );
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {waits ? (
          <Button
            variant="primary"
            busy={busy}
            disabled={props.dirty}
            decision={decisionOn('verify')}
            onClick={() => void verify({ next: false })}
          >
            {again ? 'Verify again' : 'Verify'}
          </Button>
        ) : null}
        {waits && decisionOn('verify').ok ? (
          <Button
            keys={VERIFY_AND_NEXT}
            busy={busy}
            disabled={props.dirty}
            onClick={() => void verify({ next: true })}
          >
            Verify and next
          </Button>
        ) : null}
        {finding.state === 'proposed' ? (
          <Button
            variant="danger-quiet"
            decision={decisionOn('reject')}
            onClick={() => setOpenDialog('reject')}
          >
            Reject…
          </Button>
        ) : null}
        {finding.state === 'published' ? (
          <Button decision={decisionOn('supersede')} onClick={() => setOpenDialog('supersede')}>
            Supersede…
          </Button>
        ) : null}
        {isPublic(finding.state) ? (
          <Button
            variant="danger-quiet"
            decision={decisionOn('withdraw')}
            onClick={() => setOpenDialog('withdraw')}
          >
            Withdraw…
          </Button>
        ) : null}
        <ConfirmDialog
          open={openDialog === 'reject'}
          onOpenChange={() => setOpenDialog(null)}
          title={`Reject finding ${finding.number}?`}
          consequence="It will not be published. Its words and your reason are kept for the desk."
          action="Reject"
          danger
          why={{ label: 'Why', maxLength: 1000 }}
          onConfirm={(why) =>
            session.after(() => viewpoints.editor.findings.reject.mutate({ id: finding.id, why }))
          }
        />
        {openDialog === 'withdraw' ? (
          <WithdrawDialog finding={finding} session={session} onClose={() => setOpenDialog(null)} />
        ) : null}
        {openDialog === 'supersede' ? (
          <SupersedeDialog
            finding={finding}
            session={session}
            onClose={() => setOpenDialog(null)}
          />
        ) : null}
      </div>
      {waits && props.dirty ? (
        <p className="text-ink-soft">Save the finding first: what is verified is what is stored.</p>
      ) : null}
      {waits ? <FindingWords finding={finding} session={session} /> : null}
    </div>
  );
}

function WithdrawDialog(props: { finding: Finding; session: ArticleSession; onClose: () => void }) {
  const { finding, session } = props;
  const effects = useQuery({
    queryKey: ['finding', finding.id, 'effects of withdrawing'],
    queryFn: () => viewpoints.editor.findings.effects.query({ id: finding.id }),
    gcTime: 0,
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={props.onClose}
      title={`Withdraw finding ${finding.number}?`}
      consequence={
        <div className="grid gap-3">
          <p>
            Readers see at its address that it was withdrawn; it no longer counts among anybody’s
            positions. This cannot be taken back.
          </p>
          <EffectsNote query={effects} />
        </div>
      }
      ready={!effects.isPending}
      action="Withdraw"
      danger
      why={{ label: 'Why', hint: 'Kept in the record.', maxLength: 1000 }}
      onConfirm={(why) =>
        session.after(() => viewpoints.editor.findings.withdraw.mutate({ id: finding.id, why }))
      }
    />
  );
}

const noReplacement: Problem = {
  code: 'invalid_input',
  title: 'Choose the finding that replaces it.',
  reasons: [],
  next: null,
};

function SupersedeDialog(props: {
  finding: Finding;
  session: ArticleSession;
  onClose: () => void;
}) {
  const { finding, session } = props;
  const [kind, setKind] = useState<Supersession['kind']>('position_change');
  const [other, setOther] = useState<Option | null>(null);
  return (
    <ConfirmDialog
      open
      onOpenChange={props.onClose}
      title={`Supersede finding ${finding.number}`}
      consequence={
        <div className="mt-2 grid gap-3">
          <p>Readers are led from this finding to the one that replaces it.</p>
          <Combobox
            label="Replacement"
            value={other}
            onChange={setOther}
            search={(q) => searchFindings(q, finding.id)}
          />
          <Select
            label="Reason"
            value={kind}
            onChange={setKind}
            options={optionsOf(supersessionKinds)}
          />
        </div>
      }
      action="Supersede"
      onConfirm={async () => {
        if (!other) throw noReplacement;
        const supersession = { oldId: finding.id, newId: other.id, kind };
        await session.after(() => viewpoints.editor.findings.supersede.mutate(supersession));
      }}
    />
  );
}

/**
 * Whether an event is allowed by roles, authors and state, all at once: the same rules that the
 * server applies.
 */
export function useFindingDecision(
  finding: Finding,
  session: ArticleSession,
): (event: FindingEvent) => Decision {
  const { me } = useSession();
  const review = session.data.findingReviews[finding.id];
  const permissionFor = (event: FindingEvent): Decision => {
    if (event === 'verify' || event === 'reject') return review?.[event] ?? beingRead;
    return can(me, `finding.${event}` as Action, findingSubject(finding), me);
  };
  return (event) => {
    const permission = permissionFor(event);
    const transition = findingTransition(finding.state, event);
    return decide([
      ...(permission.ok ? [] : permission.reasons),
      ...(transition.ok ? [] : transition.reasons),
    ]);
  };
}
