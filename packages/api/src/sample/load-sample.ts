import { type EditorialDatabase, inTransaction, withinTransaction } from '@viewpoints/db/client';
import { lockEmptyJournal } from '@viewpoints/db/editorial/empty-journal';
import { deleteNotificationsBefore } from '@viewpoints/db/editorial/notifications';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { discardStored, storeMedia } from '../media/upload-media.ts';
import { type Clock, momentOf } from '../moment.ts';
import type { MarkupPicture } from './document-markup.ts';
import { loadArticle } from './load-article.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadNullResults } from './load-null-results.ts';
import { loadPage } from './load-page.ts';
import { loadSource } from './load-source.ts';
import { sampleArticles } from './sample-articles.ts';
import type { SampleArticle } from './sample-content.ts';
import { openSampleDesk, type SampleDesk } from './sample-desk.ts';
import { createSampleIds, type SampleIds } from './sample-ids.ts';
import { samplePages } from './sample-pages.ts';
import { readSamplePicture, samplePictures } from './sample-pictures.ts';
import { sampleSources } from './sample-sources.ts';
import { hoursAfter } from './sample-times.ts';

export type LoadSampleDeps = {
  editorial: EditorialDatabase;
  media: MediaStore;
  /** Scheduled times are relative to this clock. */
  now?: Clock;
};

/** Before anything in the sample happened. */
const beginning = new Date('2024-09-30T09:00:00.000Z');

/** How long the whole may take on a slow machine, in milliseconds. */
const timeoutMs = 300_000;

/**
 * Fills an empty journal with the sample, through the commands that editors use, so that it obeys
 * every rule. All in one transaction: an interrupted run leaves nothing, and the next start begins
 * again. A journal that was ever used is left alone.
 * @returns whether the sample was loaded
 */
export async function loadSample({ editorial, media, now }: LoadSampleDeps): Promise<boolean> {
  const pictures = new Map<string, MarkupPicture>();
  try {
    const loaded = await inTransaction(
      editorial,
      async (tx) => {
        if (!(await lockEmptyJournal(tx))) return false;
        const desk = await openSampleDesk(withinTransaction(tx), beginning);
        const ids = createSampleIds();
        await loadCatalogue(desk, ids, beginning);
        await loadPictures(desk, media, pictures);
        const loadedAt = await momentOf({ editorial: tx, now });
        for (const article of sampleArticles) {
          await loadSourcesOf(article, desk, ids);
          await loadArticle(article, { desk, ids, pictures, now: loadedAt });
        }
        await loadNullResults(desk, ids);
        for (const page of samplePages) await loadPage(page, desk);
        // No notifications of events that only filled the sample.
        await deleteNotificationsBefore(tx, new Date(loadedAt.getTime() + 1));
        return true;
      },
      { timeout: timeoutMs },
    );
    for (const { mediaId } of pictures.values()) await media.confirm(mediaId);
    return loaded;
  } catch (error) {
    for (const { mediaId } of pictures.values()) await discardStored(media, mediaId, error);
    throw error;
  }
}

async function loadPictures(
  desk: SampleDesk,
  media: MediaStore,
  pictures: Map<string, MarkupPicture>,
): Promise<void> {
  const ctx = { ...desk.writer(beginning), instance: { media } };
  for (const picture of samplePictures) {
    const bytes = await readSamplePicture(picture);
    const { item } = await storeMedia(ctx, bytes, {
      fileName: `${picture.key}.png`,
      alt: '',
      credit: 'Drawn for this journal',
    });
    pictures.set(picture.key, { mediaId: item.id, width: item.width, height: item.height });
  }
}

/** Enters the sources of an article that no earlier one had, a few days before its publication. */
async function loadSourcesOf(
  article: SampleArticle,
  desk: SampleDesk,
  ids: SampleIds,
): Promise<void> {
  const corrections = article.fate.state === 'published' ? (article.fate.corrections ?? []) : [];
  const findings = [...article.findings, ...corrections.flatMap(({ findings }) => findings)];
  const needed = new Set([
    ...article.sources,
    ...findings.flatMap(({ from, locators = [] }) => [
      from.source,
      ...locators.map(({ source }) => source),
    ]),
  ]);
  for (const source of sampleSources)
    if (needed.has(source.slug) && !ids.has('source', source.slug))
      await loadSource(source, desk, ids, hoursAfter(new Date(article.fate.at), -96));
}
