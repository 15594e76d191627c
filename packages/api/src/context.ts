import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { Principal, Scope } from '@viewpoints/domain/accounts/account';
import type { Tag } from '@viewpoints/published/changes/tags';
import type { Logger } from 'pino';
import type { InstallationCipher } from './accounts/installation-cipher.ts';
import type { CommandGuard } from './command-guard.ts';
import type { InstallationCheck } from './installation/check-installation.ts';
import type { Instance } from './instance.ts';
import type { Clock } from './moment.ts';
import type { FactorCipher } from './second-factor/factor-cipher.ts';

/** The context of every call; calls of the reading site need no more than this. */
export type ReaderContext = {
  reader: ReaderDatabase;
  requestId: string | null;
  log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Called with the tags of each response, for callers that cache pages made from it. */
  show?: ((tags: readonly Tag[]) => void) | undefined;
};

/** A session as its calls need it: which it is, and when a password or a code was last given. */
export type OwnSession = { id: string; readonly authenticatedAt: Date };

/**
 * Who is signed in: at a session, where `scopes` is null, or by an access token with its scopes,
 * where `session` is.
 */
export type SignedIn = Principal & {
  name: string;
  email: string;
  scopes: Scope[] | null;
  session: OwnSession | null;
  token: { id: string } | null;
};

/** The context of a call over HTTP: also the caller, and what editors' commands need. */
export type ApiContext = ReaderContext & {
  editorial: EditorialDatabase;
  account: SignedIn | null;
  instance: Instance;
  /** Absent if a journal is served: time is the database's (`momentOf`, `Command.at`). */
  now?: Clock;
  /** For a call that a program may send again: see `http/editor/call-once.ts`. */
  once?: CommandGuard | undefined;
  /** Waits until no reading site shows what an announcement changed. */
  waitForAcknowledgements?: ((ask: string) => Promise<void>) | undefined;
  /** Ends the call if this caller has made too many attempts lately. */
  limit: (what: 'set_up' | 'invitation' | 'email_change' | 'email_confirmation') => Promise<void>;
  /** Counts a guess at a secret of the account that calls; ends the call after too many. */
  guess: (attempt: () => Promise<boolean>) => Promise<boolean>;
  /** Encrypts what codes of an app are made from. */
  factorCipher: FactorCipher;
  /** Looks over the installation; absent where nobody runs one. */
  checkInstallation?: InstallationCheck | undefined;
  /** Encrypts what messages to webhooks are signed with. */
  webhookCipher: InstallationCipher;
};

/** A call by a signed-in account. */
export type EditorContext = ApiContext & { account: SignedIn };

/** A call by an account at a session, not by an access token. */
export type OwnSessionContext = ApiContext & { account: SignedIn & { session: OwnSession } };
