import {
  changePreferences,
  showPreferences,
} from '@viewpoints/api/subscriptions/change-preferences';
import {
  confirmSubscriptions,
  showConfirmation,
} from '@viewpoints/api/subscriptions/confirm-subscriptions';
import { requestSubscription } from '@viewpoints/api/subscriptions/request-subscription';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import {
  ConfirmationToken,
  maxSubjects,
  PreferenceChange,
  SubscriberToken,
  SubscriptionRequest,
} from '@viewpoints/domain/subscriptions/subscription';
import { Id } from '@viewpoints/domain/values';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Dependencies } from './dependencies.ts';
import { readSiteCall } from './site-calls.ts';

const ShowConfirmation = z.strictObject({ token: ConfirmationToken });
const Confirm = z.strictObject({ token: ConfirmationToken, ids: z.array(Id).max(maxSubjects) });
const ShowPreferences = z.strictObject({ token: SubscriberToken });
const ChangePreferences = z.strictObject({ token: SubscriberToken, change: PreferenceChange });

/** Calls of the reading site for readers who subscribe by e-mail: its own role reads and writes none of it. */
export function subscriptionRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, reader, instance, now, secret } = parts;
  const context = { editorial, reader, instance, now, keys: createSubscriberKeys(secret) };
  const route = <Call>(
    path: string,
    schema: z.ZodType<Call>,
    answer: (call: Call) => Promise<unknown>,
  ) =>
    server.post(`/internal/subscriptions/${path}`, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return reply.send((await answer(readSiteCall(request, schema, secret))) ?? {});
    });
  route('request', SubscriptionRequest, (call) => requestSubscription(context, call));
  route('confirmation', ShowConfirmation, ({ token }) => showConfirmation(context, token));
  route('confirm', Confirm, (call) => confirmSubscriptions(context, call));
  route('preferences', ShowPreferences, ({ token }) => showPreferences(context, token));
  route('change', ChangePreferences, (call) => changePreferences(context, call));
}
