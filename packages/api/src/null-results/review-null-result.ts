import { listColleagues } from '@viewpoints/db/editorial/accounts';
import {
  insertVerification,
  lockNullResultNames,
  updateNullResult,
} from '@viewpoints/db/editorial/null-results';
import type { NullResult } from '@viewpoints/domain/null-results/null-result';
import {
  nullResultStateAfter,
  secondPersonOf,
} from '@viewpoints/domain/null-results/null-result-workflow';
import { decide } from '@viewpoints/domain/refusal';
import {
  publishNullResult,
  unpublishNullResults,
} from '@viewpoints/published/project/write-null-results';
import type { z } from 'zod';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  requirePermission,
  runCommand,
} from '../command.ts';
import { nullResultMentions } from './check-null-result.ts';
import { lockForStep } from './lock-null-result.ts';
import type { RejectNullResult, SeenNullResult, WithdrawNullResult } from './null-result-inputs.ts';

/**
 * Verifies a null result, by somebody who wrote none of its words and may publish, and puts it
 * before readers. What names are protected is asked once more, under a lock, since terms may have
 * narrowed since it was proposed.
 */
export function verifyNullResult(
  ctx: CommandContext,
  { id, seen }: z.output<typeof SeenNullResult>,
): Promise<NullResult> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    await lockNullResultNames(tx);
    const locked = await lockForStep(command, 'verify', { id, seen });
    const alone = await permitSecondPerson(command, 'verify', locked);
    allow(decide(await nullResultMentions(tx, locked)));
    await insertVerification(tx, locked, {
      ...{ verifiedBy: acting.id, at, alone: alone.fourEyes === false },
    });
    const state = nullResultStateAfter('verify');
    const verified = await updateNullResult(tx, id, { state, savedAt: at });
    await publishNullResult(tx, verified, at);
    await record(command, 'null_result.verify', ['null_result', id], alone);
    return lockForStep(command, 'edit', { id });
  });
}

/** Turns a proposed null result down; why is for the desk alone. Readers keep what they have. */
export function rejectNullResult(
  ctx: CommandContext,
  { id, seen, why }: z.output<typeof RejectNullResult>,
): Promise<NullResult> {
  return runCommand(ctx, async (command) => {
    const locked = await lockForStep(command, 'reject', { id, seen });
    const alone = await permitSecondPerson(command, 'reject', locked);
    const nullResult = await updateNullResult(command.tx, id, {
      ...{ state: nullResultStateAfter('reject'), stateReason: why, savedAt: command.at },
    });
    await record(command, 'null_result.reject', ['null_result', id], alone);
    return nullResult;
  });
}

/** Takes a null result away from readers at once, with its words. No check refuses it. */
export function withdrawNullResult(
  ctx: CommandContext,
  { id, why }: z.output<typeof WithdrawNullResult>,
): Promise<NullResult> {
  return runCommand(ctx, async (command) => {
    permit(command, 'null_result.withdraw');
    const { tx, at } = command;
    await lockForStep(command, 'withdraw', { id });
    await unpublishNullResults(tx, [id], at);
    const nullResult = await updateNullResult(tx, id, {
      ...{ state: nullResultStateAfter('withdraw'), stateReason: why, savedAt: at },
    });
    await record(command, 'null_result.withdraw', ['null_result', id]);
    return nullResult;
  });
}

async function permitSecondPerson(
  { tx, acting, fourEyes }: Command,
  step: 'verify' | 'reject',
  nullResult: NullResult,
): Promise<{ fourEyes?: false }> {
  const colleagues = await listColleagues(tx);
  return requirePermission(secondPersonOf(acting, step, nullResult, { fourEyes }, colleagues));
}
