import { findSubscriberOf } from '@viewpoints/db/editorial/subscribers';
import { forgetRequests } from '@viewpoints/db/editorial/subscription-requests';
import { type CommandContext, record, runCommand } from '../command.ts';
import { journalId } from '../settings/journal-id.ts';
import { forgetSubscriber } from './change-preferences.ts';
import type { SubscriberKeys } from './subscriber-keys.ts';

/**
 * Forgets an address, and what was requested for it and not confirmed: for a command of who runs the
 * installation, who is asked by its owner. The record does not name it. Returns whether there was anything.
 */
export function forgetAddress(
  context: CommandContext,
  keys: SubscriberKeys,
  address: string,
): Promise<boolean> {
  return runCommand(context, async (command) => {
    const { tx, at } = command;
    const addressHash = keys.addressHash(address);
    const subscriber = await findSubscriberOf(tx, addressHash);
    const requests = await forgetRequests(tx, addressHash);
    if (subscriber !== null) await forgetSubscriber(tx, subscriber.id, { cause: 'forgotten', at });
    const isKnown = subscriber !== null || requests > 0;
    if (isKnown) await record(command, 'settings.forget_subscriber', ['journal', journalId]);
    return isKnown;
  });
}
