import { isDeepStrictEqual } from 'node:util';
import {
  deleteNullResult,
  insertNullResult,
  updateNullResult,
} from '@viewpoints/db/editorial/null-results';
import {
  type NullResult,
  nullResultContentOf,
  verifiedNullResultOf,
} from '@viewpoints/domain/null-results/null-result';
import { nullResultStateAfter } from '@viewpoints/domain/null-results/null-result-workflow';
import { decide } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { nullResultMentions } from './check-null-result.ts';
import { lockForStep } from './lock-null-result.ts';
import type { ProposeNullResult, SaveNullResult } from './null-result-inputs.ts';

/** Proposes a null result: readers get nothing of it before a second person has verified it. */
export function proposeNullResult(
  ctx: CommandContext,
  { content }: z.output<typeof ProposeNullResult>,
): Promise<NullResult> {
  return runCommand(ctx, async (command) => {
    permit(command, 'null_result.propose');
    const { tx, acting, at } = command;
    const nullResult = await insertNullResult(tx, { content, proposedBy: acting.id, at });
    allow(decide(await nullResultMentions(tx, nullResult)));
    await record(command, 'null_result.propose', ['null_result', nullResult.id]);
    return nullResult;
  });
}

/**
 * Saves a null result over the save it names. Other words are proposed again, and who saved them is
 * one of their authors; readers keep what they have until somebody else verifies them. A note is
 * nobody's words.
 */
export function saveNullResult(
  ctx: CommandContext,
  { id, seen, content: given }: z.output<typeof SaveNullResult>,
): Promise<NullResult> {
  return runCommand(ctx, async (command) => {
    permit(command, 'null_result.edit');
    const { tx, acting, at } = command;
    const locked = await lockForStep(command, 'edit', { id });
    const content = { ...given, register: given.register ?? locked.register };
    if (isDeepStrictEqual(nullResultContentOf(locked), content)) return locked;
    await lockForStep(command, 'edit', { id, seen });
    const saved = { ...content, save: seen + 1, savedAt: at };
    if (isDeepStrictEqual(verifiedNullResultOf(locked), verifiedNullResultOf(content))) {
      const nullResult = await updateNullResult(tx, id, saved);
      await record(command, 'null_result.edit', ['null_result', id]);
      return nullResult;
    }
    allow(decide(await nullResultMentions(tx, content)));
    // Those who wrote what was verified meanwhile have written none of what is proposed now.
    const before = locked.state === 'published' ? [] : locked.authorIds;
    const nullResult = await updateNullResult(tx, id, {
      ...{ ...saved, state: nullResultStateAfter('edit'), stateReason: '' },
      authorIds: [...new Set([...before, acting.id])],
    });
    await record(command, 'null_result.edit', ['null_result', id], {
      ...(locked.state === 'proposed' ? {} : { from: locked.state }),
    });
    return nullResult;
  });
}

/** Deletes a null result of which readers never had anything. */
export function removeNullResult(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'null_result.remove');
    await lockForStep(command, 'remove', { id });
    await deleteNullResult(command.tx, id);
    await record(command, 'null_result.remove', ['null_result', id]);
    return { id };
  });
}
