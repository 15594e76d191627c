import { findTouchedAddresses } from '@viewpoints/published/changes/touched-addresses';
import type { JobContext } from '../jobs/job-context.ts';
import { momentOf } from '../moment.ts';
import { syndicationTimeout, touchedFeeds } from './external-services.ts';

/** Feeds named in one request; hubs take as many, and a form of this length passes every server. */
const feedsAtOnce = 50;

/**
 * Notifies the WebSub hub of changed feeds, so that it fetches and passes them on: a form of
 * `hub.mode=publish` with each feed as `hub.url`, as public hubs take it.
 * @throws if the hub cannot be reached or refuses, so that the job is retried
 */
export async function pingHub(
  { editorial, now, instance }: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  const hub = instance?.externalServices?.webSubHub ?? null;
  if (hub === null || instance === undefined) return;
  const touched = await findTouchedAddresses(
    editorial,
    articleId,
    await momentOf({ editorial, now }),
  );
  if (touched === null) return;
  const feeds = touchedFeeds(touched, instance.readerUrl);
  for (let at = 0; at < feeds.length; at += feedsAtOnce) {
    const body = new URLSearchParams({ 'hub.mode': 'publish' });
    for (const feed of feeds.slice(at, at + feedsAtOnce)) body.append('hub.url', feed);
    const answer = await fetch(hub, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(syndicationTimeout),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The hub answered ${answer.status}.`);
  }
}
