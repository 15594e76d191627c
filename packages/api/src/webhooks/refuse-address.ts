import { reason } from '@viewpoints/domain/refusal';
import { AddressNotAllowed, type Reach, requireAllowed } from '../outgoing/guarded-fetch.ts';
import { ProblemError } from '../problem.ts';

/**
 * Refuses an address to which nothing would be sent, as far as it can be told without its name being
 * looked up: that is done each time something is sent.
 */
export function refuseAddress(address: string, reach: Reach): void {
  const url = new URL(address);
  try {
    requireAllowed(url, reach);
    if (url.username !== '' || url.password !== '')
      throw new AddressNotAllowed('A password in an address is not sent.');
  } catch (error) {
    if (!(error instanceof AddressNotAllowed)) throw error;
    throw new ProblemError('refused', [
      reason(
        'webhook_address',
        'Use an address that begins with https://, of a public host at the usual port, without a password.',
        'url',
      ),
    ]);
  }
}
