import { instant } from '@viewpoints/db/editorial/instant';
import { getJournal } from '@viewpoints/db/editorial/journal';
import {
  confirmFactor,
  countRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  replaceRecoveryCodes,
  writePendingFactor,
} from '@viewpoints/db/editorial/second-factors';
import { reason } from '@viewpoints/domain/refusal';
import { boundedString } from '@viewpoints/domain/values';
import { z } from 'zod';
import { lockCaller } from '../accounts/lock-caller.ts';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { type Command, record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import { newTotpSecret, periodOfCode, totpUri } from './totp.ts';
import { newRecoveryCodes, recoveryCodeHash } from './verify-factor.ts';

/** When the second factor was turned on, and how many recovery codes are left; null for none. */
export async function showSecondFactor({
  editorial,
  account,
}: OwnSessionContext): Promise<{ since: string; recoveryCodesLeft: number } | null> {
  const factor = await findSecondFactor(editorial, account.id);
  if (factor === null || factor.confirmedAt === null) return null;
  const recoveryCodesLeft = await countRecoveryCodes(editorial, account.id);
  return { since: instant(factor.confirmedAt), recoveryCodesLeft };
}

/**
 * Creates a secret for an app, replacing one that was begun before. It is not required at sign-in
 * until a code of it has been given (`turnOnSecondFactor`).
 */
export function beginSecondFactor(
  ctx: OwnSessionContext,
): Promise<{ secret: string; uri: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { id, email } = ctx.account;
    await lockCaller(command);
    const secret = newTotpSecret();
    const stored = ctx.factorCipher.encrypt(id, secret);
    if (!(await writePendingFactor(tx, { accountId: id, secret: stored, at })))
      throw new ProblemError('already_exists', [
        reason('second_factor_on', 'This account has a second factor: turn it off first.'),
      ]);
    await record(command, 'account.begin_second_factor', ['account', id]);
    const { name: issuer } = await getJournal(tx);
    return { secret, uri: totpUri(secret, { issuer, email }) };
  });
}

export const AppCode = z.strictObject({
  code: boundedString(20)
    .transform((code) => code.replaceAll(/\s/g, ''))
    .pipe(boundedString(20).regex(/^\d{6}$/, 'write the six digits that the app shows')),
});

/** Turns the app on with a code of it; returns recovery codes, which are shown only this once. */
export async function turnOnSecondFactor(
  ctx: OwnSessionContext,
  { code }: z.output<typeof AppCode>,
): Promise<{ recoveryCodes: string[] }> {
  const { editorial, factorCipher, account } = ctx;
  const pending = await findSecondFactor(editorial, account.id);
  if (pending === null || pending.confirmedAt !== null)
    throw new ProblemError('refused', [
      reason('no_pending_factor', 'Begin with a new QR code, then give a code of your app.'),
    ]);
  const secret = factorCipher.decrypt(account.id, pending.secret);
  const at = await momentOf(ctx);
  let period: number | null = null;
  await ctx.guess(async () => {
    period = secret === null ? null : periodOfCode(secret, code, at);
    return period !== null;
  });
  if (period === null)
    throw new ProblemError('refused', [
      reason('wrong_code', 'This code is wrong or too old. Check the clock of the phone.', 'code'),
    ]);
  const confirmed = { accountId: account.id, secret: pending.secret, period };
  return runCommand(ctx, async (command) => {
    await lockCaller(command);
    if (!(await confirmFactor(command.tx, { ...confirmed, at: command.at })))
      throw new ProblemError('refused', [
        reason('no_pending_factor', 'Begin with a new QR code, then give a code of your app.'),
      ]);
    const recoveryCodes = await giveRecoveryCodes(command, account.id);
    await sendSecurityNotice(command.tx, account, { kind: 'second_factor_on' }, command.at);
    await record(command, 'account.turn_on_second_factor', ['account', account.id]);
    return { recoveryCodes };
  });
}

/** Gives new recovery codes; those given before no longer work. */
export function renewRecoveryCodes(ctx: OwnSessionContext): Promise<{ recoveryCodes: string[] }> {
  return runCommand(ctx, async (command) => {
    const { id } = ctx.account;
    await lockCaller(command);
    const factor = await findSecondFactor(command.tx, id);
    if (factor === null || factor.confirmedAt === null) throw noSecondFactor();
    const recoveryCodes = await giveRecoveryCodes(command, id);
    const { tx, at } = command;
    await sendSecurityNotice(tx, ctx.account, { kind: 'recovery_codes_renewed' }, at);
    await record(command, 'account.renew_recovery_codes', ['account', id]);
    return { recoveryCodes };
  });
}

/** Signing in takes the password alone again. */
export function turnOffSecondFactor(ctx: OwnSessionContext): Promise<{ on: false }> {
  return runCommand(ctx, async (command) => {
    const { id } = ctx.account;
    await lockCaller(command);
    if (!(await deleteSecondFactor(command.tx, id))) throw noSecondFactor();
    await sendSecurityNotice(command.tx, ctx.account, { kind: 'second_factor_off' }, command.at);
    await record(command, 'account.turn_off_second_factor', ['account', id]);
    return { on: false };
  });
}

const noSecondFactor = () =>
  new ProblemError('refused', [reason('second_factor_off', 'This account has no second factor.')]);

async function giveRecoveryCodes({ tx, at }: Command, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  const codeHashes = codes.map(recoveryCodeHash);
  await replaceRecoveryCodes(tx, { accountId, codeHashes, at });
  return codes;
}
