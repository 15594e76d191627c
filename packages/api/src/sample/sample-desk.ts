import type { EditorialDatabase } from '@viewpoints/db/client';
import { insertAccount, updateDisabled } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { sampleAddress } from '@viewpoints/db/editorial/sample';
import type { Role } from '@viewpoints/domain/accounts/account';
import type { CommandContext } from '../command.ts';

/**
 * The two accounts that make the sample, since commands require a second person. Neither can sign
 * in.
 */
export type SampleDesk = {
  /** Writes, proposes, submits. */
  writer: (at: Date) => CommandContext;
  /** Verifies, approves, signs off, publishes. */
  publisher: (at: Date) => CommandContext;
  /** Sets up the journal itself. */
  admin: (at: Date) => CommandContext;
};

export async function openSampleDesk(editorial: EditorialDatabase, at: Date): Promise<SampleDesk> {
  const person = async (name: string, mailbox: string) => {
    const account = {
      id: newId(),
      name,
      email: sampleAddress(mailbox),
      roles: [],
      // No password has this hash, and the account is disabled too.
      passwordHash: 'none',
      at,
    };
    await insertAccount(editorial, account);
    await updateDisabled(editorial, account.id, at);
    return account.id;
  };
  const writer = await person('Sample desk', 'desk');
  const publisher = await person('Sample desk, second reader', 'second-reader');
  const acting = (id: string, roles: Role[]) => (now: Date) => ({
    editorial,
    now: () => now,
    account: { id, roles },
  });
  return {
    writer: acting(writer, ['editor']),
    publisher: acting(publisher, ['editor', 'publisher']),
    admin: acting(writer, ['admin']),
  };
}
