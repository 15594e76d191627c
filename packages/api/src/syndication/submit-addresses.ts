import { findTouchedAddresses } from '@viewpoints/published/changes/touched-addresses';
import type { JobContext } from '../jobs/job-context.ts';
import { momentOf } from '../moment.ts';
import { syndicationTimeout, touchedPages } from './external-services.ts';

/** IndexNow's maximum for one request. */
const addressesAtOnce = 10_000;

/**
 * Notifies search engines of changed addresses (IndexNow). They fetch the key from the reading
 * site, which serves it under its own name.
 * @throws if they cannot be reached or refuse, so that the job is retried
 */
export async function submitAddresses(
  { editorial, now, instance }: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  const indexNow = instance?.externalServices?.indexNow ?? null;
  if (indexNow === null || instance === undefined) return;
  const touched = await findTouchedAddresses(
    editorial,
    articleId,
    await momentOf({ editorial, now }),
  );
  if (touched === null) return;
  const { key, endpoint } = indexNow;
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(instance.readerUrl).host,
      key,
      keyLocation: `${instance.readerUrl}/${key}.txt`,
      urlList: touchedPages(touched, instance.readerUrl).slice(0, addressesAtOnce),
    }),
    signal: AbortSignal.timeout(syndicationTimeout),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`IndexNow answered ${answer.status}.`);
}
