import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRPCError } from '@trpc/server';
import { inTransaction } from '@viewpoints/db/client';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Account, Role } from '@viewpoints/domain/accounts/account';
import type { Problem } from '@viewpoints/domain/problem';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { pino } from 'pino';
import { appRouter } from '../app-router.ts';
import type { ApiContext } from '../context.ts';
import { encryptedReach } from '../outgoing/guarded-fetch.ts';
import { createFactorCipher } from '../second-factor/factor-cipher.ts';
import { callerFactory, problemOfTrpc } from '../trpc.ts';
import { createWebhookCipher } from '../webhooks/webhook-cipher.ts';
import { checkAnswers } from './check-answers.ts';

const uncheckedCallerOf = callerFactory(appRouter);
export type Caller = ReturnType<typeof uncheckedCallerOf>;
/** Calls by a context; each answer has to fit its schema, by which plain HTTP answers. */
const callerOf = (context: ApiContext): Caller => checkAnswers(uncheckedCallerOf(context));

/** A person at the desk: their account and their calls. */
export type Person = { account: Account; call: Caller; context: ApiContext };

/** The desk of a journal with a database of its own; calls run in this process. */
export type TestDesk = {
  db: TestDatabase;
  /** The moment at which everything happens until it is moved; past, as readers see by real time. */
  clock: { now: Date };
  /** Moves it on by some hours. */
  moveOn: (hours: number) => void;
  /** The moment in some hours, ISO. */
  inHours: (hours: number) => string;
  /** A new person with these roles. */
  person: (...roles: Role[]) => Promise<Person>;
  nobody: Caller;
  close: () => Promise<void>;
};

/** @param given a database to work on, which is dropped at the end; by default a new one */
export async function openTestDesk(given?: TestDatabase): Promise<TestDesk> {
  const db = given ?? (await createTestDatabase());
  // As in a program that has run for a while: its first announcement reads the key they are signed with.
  await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['front']));
  const directory = await mkdtemp(join(tmpdir(), 'viewpoints-desk-'));
  const clock = { now: new Date('2021-03-04T09:00:00.000Z') };
  const contextOf = (account: Account | null): ApiContext => ({
    editorial: db.editorial,
    reader: db.reader,
    requestId: 'test',
    now: () => clock.now,
    log: pino({ level: 'silent' }),
    limit: async () => {},
    guess: (attempt) => attempt(),
    factorCipher: createFactorCipher(db.secret),
    webhookCipher: createWebhookCipher(db.secret),
    checkInstallation: async () => [],
    instance: {
      adminUrl: 'http://admin.example',
      apiUrl: 'http://api.example',
      readerUrl: 'http://reader.example',
      externalServices: {
        webSubHub: null,
        indexNow: null,
        linkChecks: null,
        webhooks: encryptedReach,
      },
      smtpUrl: null,
      mailFrom: 'viewpoints@reader.example',
      media: fileStore(join(directory, 'media')),
      outboxDirectory: join(directory, 'outbox'),
      uploads: { directory: join(directory, 'uploads'), maxBytes: 50_000_000, hours: 24 },
    },
    account: account && {
      ...account,
      ...{ scopes: null, token: null },
      session: {
        id: randomUUID(),
        // The moment of a fresh sign-in, wherever the clock is moved to.
        get authenticatedAt() {
          return clock.now;
        },
      },
    },
  });
  return {
    db,
    clock,
    moveOn: (hours) => {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
    },
    inHours: (hours) => new Date(clock.now.getTime() + hours * 3_600_000).toISOString(),
    person: async (...roles) => {
      const account = await addAccount(db.editorial, { roles });
      const context = contextOf(account);
      await db.sql(
        `insert into session (id, token, account_id, expires_at)
         values ($1::uuid, $1::text, $2, now() + interval '1 day')`,
        [context.account?.session?.id, account.id],
      );
      return { account, context, call: callerOf(context) };
    },
    nobody: callerOf(contextOf(null)),
    close: async () => {
      await db.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The session of a person, whose password was given long ago. */
export async function openSession(desk: TestDesk, { context }: Person): Promise<string> {
  const id = context.account?.session?.id ?? '';
  await desk.db.sql(`update session set authenticated_at = '2000-01-01' where id = $1`, [id]);
  return id;
}

/** The problem that a call ends with; fails where it goes through. */
export async function problemIn(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCError) return problemOfTrpc(error, null);
    throw error;
  }
  throw new Error('the call went through');
}

/** Codes of the reasons that a call is refused for, in order. */
export async function reasonsIn(call: Promise<unknown>): Promise<string[]> {
  return (await problemIn(call)).reasons.map(({ code }) => code);
}
