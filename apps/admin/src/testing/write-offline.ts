import { expect } from 'vitest';
import { openLiveArticle } from '../article/collaboration/live-article.ts';
import { listOnDevice } from '../device/device-store.ts';

type Blocks = { content?: { text?: string }[] }[];

/** A page without a network on which a word was written into the first paragraph, and which was closed. */
export async function writeOffline(articleId: string, accountId: string): Promise<void> {
  document.cookie = 'live=1';
  const live = await openLiveArticle({ articleId, accountId }, AbortSignal.timeout(10_000));
  const content = live?.content();
  if (!live || !content) throw new Error('the article could not be opened');
  window.dispatchEvent(new Event('offline'));
  const body = structuredClone(content.body);
  const [first] = (body.content as Blocks)[0]?.content ?? [];
  if (first === undefined) throw new Error('there is no text');
  first.text = `${first.text} Twice.`;
  live.writeAll({ ...content, body });
  await live.keepNow();
  live.destroy();
  await expect.poll(async () => await listOnDevice(accountId, ['live', articleId])).toHaveLength(1);
}
