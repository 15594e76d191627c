'use client';

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { makeQueryClient } from '../data/query-client.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { clearOnSignOut, flushAllTabs, watchOtherTabs } from '../device/device-session.ts';
import { deleteOtherAccounts } from '../device/device-store.ts';
import { adoptOldDrafts } from '../device/old-drafts.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { toast } from '../ui/toast.ts';
import { usePreload } from '../ui/use-preload.ts';
import { afterTyping } from './after-typing.ts';
import { signOut } from './auth-calls.ts';
import { ConfirmIdentityDialog } from './confirm-identity-dialog.tsx';
import type { Me } from './me.ts';
import { askToSignIn, resumeCalls } from './session-fetch.ts';

const SignInForm = onDemand<{ email?: string; onSignedIn: () => void }>(
  async () => (await import('./sign-in-form.tsx')).SignInForm,
);
/** Loaded when idle, since an upgrade of the admin may end sessions and replace its scripts. */
const preloaded = [SignInForm];

type Session = {
  me: Me;
  /** The reading site's address. */
  readerUrl: string;
  leave: () => Promise<void>;
  /** The session has ended; calls wait until the user has signed in again. */
  ended: boolean;
};

const SessionContext = createContext<Session | null>(null);

/** A full load: nothing of the account stays in memory. */
const toSignIn = () => window.location.assign('/sign-in');

/**
 * Who is signed in, for everything beneath. When the session ends, it prompts to sign in again over
 * the present page: without navigation nothing typed is lost, and the waiting calls go on.
 */
export function SessionProvider(props: { me: Me; readerUrl: string; children: ReactNode }) {
  const [ended, setEnded] = useState(false);
  const [asking, setAsking] = useState(false);
  const leaving = useRef(false);
  const [client] = useState(makeQueryClient);
  usePreload(preloaded);

  const accountId = props.me.id;
  const [unsaved, setUnsaved] = useState(0);
  const end = useCallback(async () => {
    leaving.current = true;
    try {
      await signOut();
    } catch (error) {
      leaving.current = false;
      throw error;
    }
    await clearOnSignOut(accountId);
    toSignIn();
  }, [accountId]);
  const leave = useCallback(async () => {
    const left = await flushAllTabs(accountId);
    if (left > 0) setUnsaved(left);
    else await end().catch((error) => toast.failed(error, 'You are still signed in.'));
  }, [accountId, end]);
  const resume = useCallback(() => {
    setEnded(false);
    if (resumeCalls()) void client.invalidateQueries();
  }, [client]);

  useEffect(
    () =>
      askToSignIn(() => {
        if (leaving.current) return false;
        setEnded(true);
        return true;
      }),
    [],
  );
  useEffect(() => {
    if (ended) return afterTyping(() => setAsking(true));
    setAsking(false);
  }, [ended]);

  useEffect(() => {
    void deleteOtherAccounts(accountId).then(() => adoptOldDrafts(accountId));
    return watchOtherTabs(accountId, {
      onSignedOut: () => {
        leaving.current = true;
        toSignIn();
      },
      onSignedIn: resume,
    });
  }, [accountId, resume]);

  return (
    <QueryClientProvider client={client}>
      <CurrentSession initial={props.me} readerUrl={props.readerUrl} leave={leave} ended={ended}>
        {props.children}
      </CurrentSession>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        dismissible={false}
        size="sm"
        title="Session ended"
        description="Sign in again to go on. The page behind is as you left it, and nothing you typed is lost."
      >
        <SignInForm email={props.me.email} onSignedIn={resume} />
      </Dialog>
      <ConfirmIdentityDialog />
      <ConfirmDialog
        open={unsaved > 0}
        onOpenChange={() => setUnsaved(0)}
        danger
        title="Sign out and lose what is not saved?"
        consequence={`${unsaved === 1 ? 'One text or finding is' : `${unsaved} texts or findings are`} kept on this device alone. Signing out removes that, so that nobody else finds it here.`}
        action="Sign out"
        onConfirm={end}
      />
    </QueryClientProvider>
  );
}

/** Updates the account: a role given or taken shows without a reload. */
function CurrentSession(props: {
  initial: Me;
  readerUrl: string;
  leave: () => Promise<void>;
  ended: boolean;
  children: ReactNode;
}) {
  const { data } = useQuery({
    queryKey: ['me'],
    queryFn: () => viewpoints.editor.me.query(),
    initialData: props.initial,
    staleTime: 60_000,
  });
  const router = useRouter();
  const roles = data.roles.join();
  const before = useRef(roles);
  useEffect(() => {
    if (before.current !== roles) {
      before.current = roles;
      router.refresh();
    }
  }, [roles, router]);
  const { leave, readerUrl, ended } = props;
  const session = useMemo(
    () => ({ me: data, readerUrl, leave, ended }),
    [data, readerUrl, leave, ended],
  );
  return <SessionContext value={session}>{props.children}</SessionContext>;
}

/** The account that is signed in; for screens of the desk only. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
