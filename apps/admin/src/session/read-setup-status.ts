import { readSettings } from '../env.ts';

/** Whether the journal has an owner; taken as owned where the API cannot be asked. */
export async function readSetupStatus(): Promise<{ owned: boolean }> {
  try {
    const answer = await fetch(`${readSettings().apiUrl}/trpc/setup.status`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(3000),
    });
    const body = (await answer.json()) as { result?: { data?: { owned?: boolean } } };
    return { owned: body.result?.data?.owned ?? true };
  } catch {
    return { owned: true };
  }
}
