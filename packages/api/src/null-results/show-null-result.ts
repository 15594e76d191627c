import { inTransaction } from '@viewpoints/db/client';
import { listColleagues, listNamesOf } from '@viewpoints/db/editorial/accounts';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { listNamedIn } from '@viewpoints/db/editorial/null-result-list';
import { findNullResult } from '@viewpoints/db/editorial/null-results';
import { can, type Permission } from '@viewpoints/domain/accounts/permissions';
import type { NullResult } from '@viewpoints/domain/null-results/null-result';
import {
  checkNullResultStep,
  type NullResultStep,
  secondPersonOf,
} from '@viewpoints/domain/null-results/null-result-workflow';
import { type Decision, decide, type Reason } from '@viewpoints/domain/refusal';
import type { EditorContext } from '../context.ts';
import { notFound } from '../problem.ts';
import { nullResultMentions } from './check-null-result.ts';

type Named = { id: string; name: string };

export type ShownNullResult = {
  nullResult: NullResult;
  /** The actors and issues that its words at the desk and those of readers name. */
  actors: Named[];
  issues: Named[];
  authors: Named[];
  /** Everything that keeps it from being verified as it is written. */
  problems: Reason[];
  /** The caller's permissions now, with reasons. */
  permissions: Record<NullResultStep, Decision>;
};

/** A null result with what may be done to it now. */
export async function showNullResult(
  { editorial, account }: Pick<EditorContext, 'editorial' | 'account'>,
  id: string,
): Promise<ShownNullResult> {
  const nullResult = await findNullResult(editorial, id);
  if (nullResult === null) throw notFound('null result');
  const { authorIds, published } = nullResult;
  const { fourEyes } = await getJournal(editorial);
  const colleagues = await listColleagues(editorial);
  const names = await listNamesOf(editorial, authorIds);
  const named = [nullResult, ...(published === null ? [] : [published])];
  const bySecond = (step: 'verify' | 'reject') =>
    secondPersonOf(account, step, nullResult, { fourEyes }, colleagues);
  const byRole = (step: 'edit' | 'withdraw' | 'remove') =>
    can(account, `null_result.${step}`, null, { fourEyes });
  const permitted = (step: NullResultStep, permission: Permission): Decision => {
    const decisions = [permission, checkNullResultStep(nullResult, step)];
    return decide(decisions.flatMap((each) => (each.ok ? [] : each.reasons)));
  };
  return {
    nullResult,
    ...(await listNamedIn(editorial, named)),
    authors: authorIds.map((authorId) => ({ id: authorId, name: names[authorId] ?? '' })),
    problems:
      nullResult.state === 'proposed'
        ? await inTransaction(editorial, (tx) => nullResultMentions(tx, nullResult))
        : [],
    permissions: {
      edit: permitted('edit', byRole('edit')),
      verify: permitted('verify', bySecond('verify')),
      reject: permitted('reject', bySecond('reject')),
      withdraw: permitted('withdraw', byRole('withdraw')),
      remove: permitted('remove', byRole('remove')),
    },
  };
}
