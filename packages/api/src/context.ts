import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import type { Principal, Scope } from '@viewpoints/domain/accounts/account';
import type { Tag } from '@viewpoints/published/changes/tags';
import type { Logger } from 'pino';
import type { Instance } from './instance.ts';
import type { Clock } from './moment.ts';

/** What every call knows; the reading site's own door needs no more than this. */
export type ReaderContext = {
  reader: ReaderDatabase;
  requestId: string | null;
  log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Told of what each answer shows, for whoever keeps pages made from it. */
  show?: ((tags: readonly Tag[]) => void) | undefined;
};

/** Who is signed in: at a session, where `scopes` is null, or by an access token with its scopes. */
export type SignedIn = Principal & { name: string; email: string; scopes: Scope[] | null };

/** What a call over HTTP knows besides: who calls, and the parts that editors' commands need. */
export type ApiContext = ReaderContext & {
  editorial: EditorialDatabase;
  account: SignedIn | null;
  instance: Instance;
  /** Absent where a journal is served: time is the database's (`momentOf`, `Command.at`). */
  now?: Clock;
  /** Waits until no reading site shows what an announcement changed. */
  waitForAcknowledgements?: ((ask: string) => Promise<void>) | undefined;
  /** Ends the call where this caller has tried too often of late. */
  limit: (what: 'set_up' | 'invitation') => Promise<void>;
};

/** A call by somebody who is signed in. */
export type EditorContext = ApiContext & { account: SignedIn };
