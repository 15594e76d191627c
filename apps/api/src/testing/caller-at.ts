import { appRouter } from '@viewpoints/api/app-router';
import { createFactorCipher } from '@viewpoints/api/second-factor/factor-cipher';
import { callerFactory } from '@viewpoints/api/trpc';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import type { Account } from '@viewpoints/domain/accounts/account';
import { createLog } from '../log.ts';
import type { TestApi } from './test-api.ts';

const callerOf = callerFactory(appRouter);

/** Calls as an account in this process, without signing in, on the database of a test's API. */
export function callerAt({ db, instance }: Pick<TestApi, 'db' | 'instance'>, account: Account) {
  return callerOf({
    editorial: db.editorial,
    reader: db.reader,
    instance,
    requestId: null,
    log: createLog('silent'),
    limit: async () => {},
    guess: (attempt) => attempt(),
    factorCipher: createFactorCipher(db.secret),
    webhookCipher: createWebhookCipher(db.secret),
    checkInstallation: async () => [],
    account: { ...account, scopes: null, session: null, token: null },
  });
}
