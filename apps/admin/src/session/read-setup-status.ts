import { readSettings } from '../env.ts';

/**
 * Whether the journal has an owner; null if the API did not say in time. It may be busy with its
 * own start just when the first account is made, which is no reason to call the journal owned.
 */
export async function readSetupStatus(): Promise<{ owned: boolean | null }> {
  try {
    const answer = await fetch(`${readSettings().apiUrl}/trpc/setup.status`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(3000),
    });
    const body = (await answer.json()) as { result?: { data?: { owned?: boolean } } };
    return { owned: body.result?.data?.owned ?? null };
  } catch {
    return { owned: null };
  }
}
