import {
  findAccount,
  listAccounts,
  listNamesOf,
  updateDisabled,
} from '@viewpoints/db/editorial/accounts';
import { listActsSince } from '@viewpoints/db/editorial/audit-records';
import { listJoinedSince } from '@viewpoints/db/editorial/invitations';
import type { Account } from '@viewpoints/domain/accounts/account';
import type { ActOnAccount } from '@viewpoints/domain/accounts/act-on-account';
import { checkAdminRemains } from '@viewpoints/domain/accounts/admins';
import type { RecordedAction } from '@viewpoints/domain/audit/audit-sentences';
import { type Command, record } from '../command.ts';
import { endAllOf } from '../people/disable-person.ts';
import type { FactorAfterRestore } from './account-messages.ts';
import { sendSecurityNotice } from './security-notices.ts';

/** An account that an intruder may have used, and since when. */
type Suspect = { accountId: string; since: Date };

/**
 * Lists what an account did to others since an intruder may have used it. Accounts that joined by its
 * invitations since then, or by theirs, are disabled until an admin enables them. Admins judge the rest.
 */
export async function reviewActs(command: Command, suspect: Suspect): Promise<ActOnAccount[]> {
  // Read first, since disabling them is recorded under the same account.
  const acts = await listActs(command, suspect);
  return [...(await disableJoined(command, suspect)), ...acts];
}

/** Sends the list of acts, and what became of the second factor, to every other admin whose account is enabled. */
export async function notifyAdmins(
  { tx, at }: Command,
  owner: Pick<Account, 'id' | 'name'>,
  found: FactorAfterRestore & { acts: readonly ActOnAccount[] },
): Promise<void> {
  for (const admin of await listAccounts(tx)) {
    if (admin.id === owner.id || admin.disabledAt !== null) continue;
    if (!admin.roles.includes('admin')) continue;
    await sendSecurityNotice(
      tx,
      admin,
      { kind: 'account_restored', owner: owner.name, ...found },
      at,
    );
  }
}

async function disableJoined(
  command: Command,
  { accountId, since }: Suspect,
): Promise<ActOnAccount[]> {
  const { tx, at } = command;
  const acts: ActOnAccount[] = [];
  const seen = new Set([accountId]);
  for (let inviters = [accountId]; inviters.length > 0; ) {
    const ids = await listJoinedSince(tx, { invitedByIds: inviters, since });
    inviters = ids.filter((id) => !seen.has(id));
    for (const id of inviters) {
      seen.add(id);
      const account = await findAccount(tx, id);
      if (account === null) continue;
      const isLast = !checkAdminRemains(await listAccounts(tx), { accountId: id, roles: [] }).ok;
      if (account.disabledAt === null && !isLast) {
        await updateDisabled(tx, id, at);
        await endAllOf(command, id, 'email_restored');
        await record(command, 'people.disable', ['account', id], { code: 'email_restored' });
      }
      const { name, roles } = account;
      acts.push({
        kind: 'joined',
        name,
        roles,
        isDisabled: account.disabledAt !== null || !isLast,
      });
    }
  }
  return acts;
}

const kinds = {
  'people.set_roles': 'roles_set',
  'people.enable': 'enabled',
  'people.disable': 'disabled',
  'people.reset_second_factor': 'second_factor_reset',
} as const satisfies Partial<Record<RecordedAction, ActOnAccount['kind']>>;

async function listActs({ tx }: Command, { accountId, since }: Suspect): Promise<ActOnAccount[]> {
  const acts = await listActsSince(tx, { by: accountId, since, actions: Object.keys(kinds) });
  const names = await listNamesOf(
    tx,
    acts.map(({ subjectId }) => subjectId),
  );
  return acts.map(({ action, subjectId, details }) => {
    const kind = kinds[action as keyof typeof kinds];
    const name = names[subjectId] ?? '';
    if (kind !== 'roles_set') return { kind, name };
    const { to = '' } = details;
    return {
      kind,
      name,
      roles: String(to).split(' ').filter(Boolean),
    };
  });
}
