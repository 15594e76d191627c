'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { FilteredAccounts } from './filtered-accounts.tsx';
import { type GivenLink, InvitationLinkDialog } from './invitation-link-dialog.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { InviteDialog } from './invite-dialog.tsx';

export function PeopleScreen() {
  const queries = useQueryClient();
  const [inviting, setInviting] = useState(false);
  const [given, setGiven] = useState<GivenLink | null>(null);
  const mayInvite = useMay('people.invite');
  const people = useQuery({
    queryKey: ['people'],
    queryFn: () => viewpoints.editor.people.list.query(),
  });
  const again = () => invalidateKeys(queries, [['people'], ['me'], ['tokens']]);
  const sendsMail = people.data?.sendsMail ?? true;

  return (
    <Page
      title="People"
      description="Who works on the journal, and what each may do. Two people make four eyes: invite at least one more."
      actions={
        <VerbButton
          variant="primary"
          icon={Send}
          decision={mayInvite}
          onClick={() => setInviting(true)}
        >
          Invite
        </VerbButton>
      }
    >
      {people.error ? (
        <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      ) : (
        <div className="space-y-5">
          <FilteredAccounts accounts={people.data.accounts} onChanged={again} />
          {people.data.invitations.length > 0 ? (
            <InvitationsPanel
              invitations={people.data.invitations}
              sendsMail={sendsMail}
              onChanged={again}
              onLink={setGiven}
            />
          ) : null}
        </div>
      )}
      {inviting ? (
        <InviteDialog
          sendsMail={sendsMail}
          onClose={() => setInviting(false)}
          onInvited={(link) => {
            setGiven(link);
            void again();
          }}
        />
      ) : null}
      {given ? (
        <InvitationLinkDialog given={given} sendsMail={sendsMail} onClose={() => setGiven(null)} />
      ) : null}
    </Page>
  );
}
