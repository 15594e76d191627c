import { lockNullResult } from '@viewpoints/db/editorial/null-results';
import type { NullResult } from '@viewpoints/domain/null-results/null-result';
import {
  checkNullResultStep,
  type NullResultStep,
} from '@viewpoints/domain/null-results/null-result-workflow';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';

/** Locks a null result for a step that has to be possible; `seen` is the save that the caller has read. */
export async function lockForStep(
  { tx }: Command,
  step: NullResultStep,
  { id, seen }: { id: string; seen?: number },
): Promise<NullResult> {
  const nullResult = await lockNullResult(tx, id);
  if (nullResult === null) throw notFound('null result');
  if (seen !== undefined) refuseStale(nullResult, seen);
  allow(checkNullResultStep(nullResult, step));
  return nullResult;
}

function refuseStale({ save }: NullResult, seen: number): void {
  if (seen === save) return;
  throw new ProblemError('stale', [
    reason('stale', 'Somebody changed the null result since you opened it.', null, { save, seen }),
  ]);
}
