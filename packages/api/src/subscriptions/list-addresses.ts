import { inTransaction } from '@viewpoints/db/client';
import { listSubscribers } from '@viewpoints/db/editorial/subscribers';
import type { Cadence } from '@viewpoints/domain/subscriptions/subject';
import { type CommandContext, record, runCommand } from '../command.ts';
import { journalId } from '../settings/journal-id.ts';
import type { SubscriberKeys } from './subscriber-keys.ts';

/** How many are read at once: whatever their number, memory holds no more. */
const pageSize = 500;

/** A subscriber as who runs the installation may read one. */
export type ReadSubscriber = {
  /** Null if it was encrypted with another secret. */
  address: string | null;
  language: string;
  subscriptions: { subject: string; cadence: Cadence; since: string }[];
};

/**
 * All subscribers with their addresses: for commands of who runs the installation, and for no screen. That
 * they were read is recorded first, without an address.
 */
export async function* listAddresses(
  context: CommandContext,
  keys: SubscriberKeys,
  action: 'settings.list_subscribers' | 'settings.export_subscribers',
): AsyncGenerator<ReadSubscriber> {
  await runCommand(context, (command) => record(command, action, ['journal', journalId]));
  for (let after: string | null = null; ; ) {
    const rows = await inTransaction(context.editorial, (tx) =>
      listSubscribers(tx, { after, limit: pageSize }),
    );
    for (const { id, address, language, subscriptions } of rows)
      yield {
        address: keys.decrypt(id, address),
        language,
        subscriptions: subscriptions.map(({ subject, cadence, since }) => ({
          ...{ subject, cadence, since: since.toISOString() },
        })),
      };
    after = rows.at(-1)?.id ?? null;
    if (after === null) return;
  }
}
