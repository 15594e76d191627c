import type { InstallationCipher } from '@viewpoints/api/accounts/installation-cipher';
import type { ApiContext } from '@viewpoints/api/context';
import { networkOf } from '@viewpoints/config/caller-network';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { refuseFor } from './limits.ts';

/** The context of the calls in a request, whose caller is known. */
export function contextOf(
  { accounts, editorial, reader, instance, now, acknowledgements, checkInstallation }: Dependencies,
  webhookCipher: InstallationCipher,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): ApiContext {
  const account = request.account === null ? {} : { account: request.account.id };
  const caller = { network: networkOf(request.ip), ...account };
  return {
    ...{ editorial, reader, instance, now, checkInstallation },
    waitForAcknowledgements: acknowledgements?.waitForAll,
    requestId: request.id,
    log: request.log,
    account: request.account,
    factorCipher: accounts.factorCipher,
    webhookCipher,
    guess: async (attempt) => {
      const wait = await accounts.attempts.consume('confirm', caller);
      if (wait > 0) refuseFor(wait, reply);
      const right = await attempt();
      if (right) await accounts.attempts.succeed('confirm', caller);
      return right;
    },
    limit: async (what) => {
      const wait = await accounts.attempts.consume(what, caller);
      if (wait > 0) refuseFor(wait, reply);
    },
  };
}
