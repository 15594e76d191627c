import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { listFindingAuthors } from '@viewpoints/db/editorial/finding-authors';
import type { Finding } from '@viewpoints/domain/findings/finding';
import {
  type SecondPersonAction,
  verificationOf,
} from '@viewpoints/domain/findings/finding-authors';
import { type Command, requirePermission } from '../command.ts';

/**
 * Throws if this account wrote any present value of the finding. Returns what the audit record says
 * if it acted alone.
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
