'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { VerbButton } from '../shell/verb-button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { EmailPanel } from './email-panel.tsx';
import { NotificationsPanel } from './notifications-panel.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** The user's own account: what they see and can change. */
export function AccountScreen() {
  const { leave } = useSession();
  const account = useQuery({
    queryKey: ['account'],
    queryFn: () => viewpoints.editor.account.get.query(),
  });
  return (
    <Page
      title="Your account"
      width="prose"
      actions={<VerbButton onClick={() => void leave()}>Sign out</VerbButton>}
    >
      {account.error ? (
        <ErrorNote error={account.error} onRetry={() => void account.refetch()} />
      ) : account.isPending ? (
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      ) : (
        <div className="space-y-5">
          <ProfilePanel account={account.data} />
          <EmailPanel account={account.data} />
          <PasswordPanel />
          <PasskeysPanel />
          <SecondFactorPanel factor={account.data.secondFactor} />
          <NotificationsPanel />
          <SessionsPanel />
        </div>
      )}
    </Page>
  );
}
