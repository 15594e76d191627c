import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { listFindingAuthors } from '@viewpoints/db/editorial/finding-authors';
import type { Finding } from '@viewpoints/domain/findings/finding';
import {
  type SecondPersonAction,
  verificationOf,
} from '@viewpoints/domain/findings/finding-authors';
import { type Command, requirePermission } from '../command.ts';

/**
 * Goes on only where this person wrote nothing of what the finding says now; answers with what the
 * audit record says of somebody who acted alone.
 */
export async function permitSecondPerson(
  { tx, acting, fourEyes }: Command,
  action: SecondPersonAction,
  finding: Finding,
): Promise<{ fourEyes?: false }> {
  const authors = (await listFindingAuthors(tx, [finding])).get(finding.id) ?? [];
  const colleagues = await listColleagues(tx);
  return requirePermission(verificationOf(acting, action, authors, { fourEyes }, colleagues));
}
