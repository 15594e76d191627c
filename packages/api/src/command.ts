import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { type Credentials, readCommandStart } from '@viewpoints/db/editorial/command-start';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { can, type Permission, type Subject } from '@viewpoints/domain/accounts/permissions';
import type { AuditRecord } from '@viewpoints/domain/audit/audit-record';
import type { RecordedAction } from '@viewpoints/domain/audit/audit-sentences';
import type { Reason } from '@viewpoints/domain/refusal';
import { acknowledgementIdOf } from '@viewpoints/published/changes/notify';
import type { CommandGuard } from './command-guard.ts';
import type { EditorContext } from './context.ts';
import type { Instance } from './instance.ts';
import { asProblem, ProblemError } from './problem.ts';
import type { ExternalServices } from './syndication/external-services.ts';

/** Who acts, and by which session or access token: neither on the command line. */
export type Caller = Principal & {
  session?: { id: string } | null;
  token?: { id: string } | null;
};

/** A running command: in its transaction, for an account, at one moment. */
export type Command = {
  tx: Transaction;
  acting: Caller;
  /** The account in the audit record, or null for the system itself. */
  by: string | null;
  /** When its transaction began, by the database's clock, which decides what readers see. */
  at: Date;
  /** Origins of the reading site; empty if they are not known, as on the command line. */
  origins: readonly string[];
  /** External services to notify of public changes; undefined if there are none. */
  externalServices: ExternalServices | undefined;
  /** Whether a second person is needed, as the journal's settings have it. */
  fourEyes: boolean;
  /** The settings, with the language in which sources are worded. */
  journal: JournalRow;
};

/** The part of a context that commands need; jobs and the command line provide it without HTTP. */
export type CommandContext = Pick<EditorContext, 'editorial' | 'now'> & {
  /** Null for the system itself, as in a job. */
  account: Caller | null;
  instance?: Partial<Pick<Instance, 'readerUrl' | 'externalServices' | 'smtpUrl'>> | undefined;
  /** Makes a command that a program may send again happen once. */
  once?: CommandGuard | undefined;
  /** Waits until no reading site shows what an announcement changed; by default does not wait. */
  waitForAcknowledgements?: ((ask: string) => Promise<void>) | undefined;
};

/** The system has no role: its jobs call only commands that need none. */
const system: Principal = { id: '00000000-0000-0000-0000-000000000000', roles: [] };

/**
 * Runs a command in one transaction, which is rolled back on any error and retried after a
 * deadlock. Once it has resolved, no reading site shows the former state. The caller's roles are
 * read when it begins, and a caller who has been signed out is refused.
 */
export async function runCommand<Result>(
  ctx: CommandContext,
  work: (command: Command) => Promise<Result>,
  /** Milliseconds that it may take; by default what `inTransaction` allows. */
  options: { timeout?: number } = {},
): Promise<Result> {
  const caller = ctx.account && credentialsOf(ctx.account);
  const by = ctx.account?.id ?? null;
  const readerUrl = ctx.instance?.readerUrl;
  const origins = readerUrl === undefined ? [] : [new URL(readerUrl).origin];
  const { result, ask } = await inTransaction(
    ctx.editorial,
    async (tx) => {
      const { journal, now, roles } = await readCommandStart(tx, caller);
      // The caller was found on the head of the request, which may have come a minute earlier.
      if (caller !== null && roles === null) throw new ProblemError('signed_out');
      await ctx.once?.begin(tx);
      const acting: Caller = { ...(ctx.account ?? system), ...(roles && { roles }) };
      const { fourEyes } = journal;
      const externalServices = ctx.instance?.externalServices;
      const at = ctx.now?.() ?? now;
      const result = await work({
        tx,
        acting,
        by,
        at,
        origins,
        externalServices,
        fourEyes,
        journal,
      });
      await ctx.once?.complete(tx, result);
      return { result, ask: acknowledgementIdOf(tx) };
    },
    options,
  ).catch((thrown: unknown) => {
    throw asProblem(thrown);
  });
  ctx.once?.committed();
  if (ask !== undefined) await ctx.waitForAcknowledgements?.(ask);
  return result;
}

/** The session or access token of a call; null if none is needed, as on the command line. */
function credentialsOf({ id, session, token }: Caller): Credentials | null {
  if (!session && !token) return null;
  return { accountId: id, sessionId: session?.id ?? null, tokenId: token?.id ?? null };
}

/**
 * Throws unless the action is permitted. Returns `{ fourEyes: false }` for the audit record if a
 * second person should have been involved.
 */
export function permit(
  { acting, fourEyes }: Pick<Command, 'acting' | 'fourEyes'>,
  action: Action,
  subject: Subject | null = null,
): { fourEyes?: false } {
  return requirePermission(can(acting, action, subject, { fourEyes }));
}

/** Ends the command if a permission was refused; returns the same as `permit`. */
export function requirePermission(permission: Permission): { fourEyes?: false } {
  if (!permission.ok) throw new ProblemError('not_permitted', permission.reasons);
  return permission.alone ? { fourEyes: false } : {};
}

/** Goes on with what was allowed; a refusal ends the command with every reason. */
export function allow<Answer extends { ok: boolean }>(
  decision: Answer | { ok: false; reasons: Reason[] },
): asserts decision is Extract<Answer, { ok: true }> {
  if (!decision.ok) throw new ProblemError('refused', (decision as { reasons: Reason[] }).reasons);
}

/** Writes the audit record of what the command did, in its transaction. It names the access token. */
export async function record(
  { tx, by, at, acting }: Command,
  action: RecordedAction,
  [subjectKind, subjectId]: [kind: string, id: string],
  details: AuditRecord['details'] = {},
): Promise<void> {
  await insertAuditRecord(tx, {
    at: at.toISOString(),
    by,
    action,
    subjectKind,
    subjectId,
    details: acting.token ? { ...details, tokenId: acting.token.id } : details,
  });
}
