import { createHash } from 'node:crypto';
import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import {
  listArticlesShowing,
  listUncleanedMedia,
  lockUncleanedMedia,
  type MediaFacts,
  markMediaCleaned,
  markMediaUncleanable,
} from '@viewpoints/db/editorial/media-cleaning';
import { sniffType } from '@viewpoints/domain/media/picture-type';
import { findForeignData } from '@viewpoints/pictures/foreign-data';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import { storedCleaner } from '@viewpoints/pictures/picture-cleaner';
import { type MediaStore, readStored } from '@viewpoints/pictures/store/media-store';
import { announceArticle } from '@viewpoints/published/changes/announce';
import { record, runCommand } from '../command.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/** Pictures in one run of the job; another run follows, so that other jobs have their turn. */
const batch = 20;

/** The result for a stored picture: it is fine or can be made so, or it cannot be read. */
type Outcome =
  | { cleaned: true; facts: Partial<MediaFacts>; blocks: number; replacement: Uint8Array | null }
  | { cleaned: false };

/**
 * Cleans pictures that were stored with metadata, above all colour profiles. Each is committed by
 * itself: a run that is killed resumes there, and a file that is clean already is only marked as
 * such. The id stays, so that no page has to change.
 */
export async function cleanMedia(context: JobContext): Promise<void> {
  const media = context.instance?.media;
  if (media === undefined) throw new Error('There is no store of media.');
  const { editorial } = context;
  const waiting = await listUncleanedMedia(editorial, batch);
  for (const { id, path } of waiting) {
    await store(context, media, { id, path }, await cleanFile(await readStored(media, path)));
  }
  if (waiting.length === batch)
    await inTransaction(editorial, (tx) => addJob(tx, 'clean_media', {}, { key: 'clean_media' }));
}

async function cleanFile(bytes: Buffer | null): Promise<Outcome> {
  const type = bytes && sniffType(bytes);
  if (bytes === null || type === null) return { cleaned: false };
  const foreign = findForeignData(bytes, type);
  // A run that was killed may have replaced the file and not noted it.
  if (foreign.length === 0)
    return { cleaned: true, facts: factsOf(bytes), blocks: 0, replacement: null };
  const picture = await storedCleaner.clean({ bytes, type }).catch((error: unknown) => {
    if (error instanceof JobProcessEnded) return { ok: false as const };
    throw error;
  });
  if (!picture.ok || findForeignData(picture.bytes, type).length > 0) return { cleaned: false };
  const { width, height } = picture;
  const facts = { ...factsOf(picture.bytes), width, height };
  return { cleaned: true, facts, blocks: foreign.length, replacement: picture.bytes };
}

const factsOf = (bytes: Uint8Array) => ({
  byteSize: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/**
 * Replaces the file, updates the picture's row, and notifies reading sites of pages that state its
 * size. The picture is locked before its file is written: otherwise the file of a picture removed
 * meanwhile would come back, and two workers with the job would write it at once.
 */
async function store(
  context: JobContext,
  media: MediaStore,
  { id, path }: { id: string; path: string },
  outcome: Outcome,
): Promise<void> {
  await runCommand(asSystem(context), async (command) => {
    const { tx, at } = command;
    if (!(await lockUncleanedMedia(tx, id))) return;
    if (!outcome.cleaned) {
      await markMediaUncleanable(tx, id);
      await record(command, 'media.edit', ['media', id], { code: 'unreadable' });
      return;
    }
    if (outcome.replacement !== null) await media.replace(path, outcome.replacement);
    await markMediaCleaned(tx, id, outcome.facts);
    if (outcome.blocks === 0) return;
    await record(command, 'media.edit', ['media', id], {
      code: 'cleaned',
      removedBlocks: outcome.blocks,
    });
    for (const articleId of await listArticlesShowing(tx, id))
      await announceArticle(tx, articleId, at);
  });
}
