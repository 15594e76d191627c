import type {
  PreferenceChange,
  SubscriptionRequest,
} from '@viewpoints/domain/subscriptions/subscription';
import { ShownConfirmation, ShownPreferences } from '@viewpoints/domain/subscriptions/subscription';
import { type ApiSource, callApi } from '../http/call-api.ts';

/** Milliseconds in which the API has to answer. */
const timeout = 15_000;

/** What the API answers; null where there is nothing at the link, or nothing to subscribe to. */
async function call(source: ApiSource, path: string, body: object): Promise<unknown> {
  const answer = await callApi(source, `/internal/subscriptions/${path}`, body, timeout);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  return answer.json();
}

/** Whether there was something to subscribe to at that page: nothing is said of the address. */
export const sendRequest = async (
  source: ApiSource,
  request: SubscriptionRequest,
): Promise<boolean> => (await call(source, 'request', request)) !== null;

export async function fetchConfirmation(
  source: ApiSource,
  token: string,
): Promise<ShownConfirmation | null> {
  return ShownConfirmation.nullable().parse(await call(source, 'confirmation', { token }));
}

/** Confirms the chosen ones. Returns the token of the subscriber's own links; null where the link has ended. */
export async function sendConfirmation(
  source: ApiSource,
  choice: { token: string; ids: string[] },
): Promise<string | null> {
  const answer = (await call(source, 'confirm', choice)) as { token: string } | null;
  return answer?.token ?? null;
}

export async function fetchPreferences(
  source: ApiSource,
  token: string,
): Promise<ShownPreferences | null> {
  return ShownPreferences.nullable().parse(await call(source, 'preferences', { token }));
}

/** Whether the subscriber has nothing left; null where there is no such subscriber. */
export async function sendChange(
  source: ApiSource,
  change: { token: string; change: PreferenceChange },
): Promise<boolean | null> {
  const answer = (await call(source, 'change', change)) as { hasLeft: boolean } | null;
  return answer?.hasLeft ?? null;
}
