import { readSettings } from '../env.ts';

/** The journal's name for the head of each page; the product's if the API cannot be reached. */
export async function readJournalName(): Promise<string> {
  try {
    const answer = await fetch(`${readSettings().apiUrl}/trpc/journal.get`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(3000),
    });
    const body = (await answer.json()) as { result?: { data?: { name?: string } } };
    return body.result?.data?.name || 'Viewpoints';
  } catch {
    return 'Viewpoints';
  }
}
