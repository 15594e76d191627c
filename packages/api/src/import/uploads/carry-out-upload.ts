import type { UploadChange } from '@viewpoints/db/editorial/import-uploads';
import { type ImportRun, listForeignIds } from '@viewpoints/db/editorial/imports';
import type { Terms } from '@viewpoints/domain/attribution/terms';
import type { ShownUpload } from '@viewpoints/domain/imports/import-upload';
import { sourceFromCsl } from '@viewpoints/domain/sources/source-from-csl';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { CommandContext } from '../../command.ts';
import { importItems } from '../core/import-items.ts';
import { lookForPictures } from '../core/look-for-pictures.ts';
import { readItems } from '../core/read-items.ts';
import { importReferences, type ReferenceOutcome } from '../references/import-references.ts';
import { previewArticles, previewSources } from './build-preview.ts';
import { openUpload } from './open-upload.ts';

/** An upload whose files are there, and what is called while it is worked on. */
export type UploadWork = {
  ctx: CommandContext & { instance: { media: MediaStore } };
  directory: string;
  upload: ShownUpload;
  onItem: (done: number) => Promise<void>;
  onBegun: (run: ImportRun) => Promise<void>;
};

/** Reads an upload to its end for a report, and writes nothing of it. */
export async function previewUpload({
  ctx,
  directory,
  upload: { options, files },
  onItem,
}: UploadWork): Promise<UploadChange & { state: 'read' }> {
  const opened = await openUpload(directory, options, files);
  try {
    if (opened.of === 'sources') {
      const outcomes = opened.references.map((each) => outcomeIn(each, termsOf(options)));
      return { state: 'read', total: outcomes.length, preview: previewSources(outcomes) };
    }
    const { source, pictures } = opened;
    const known = await listForeignIds(ctx.editorial, source.key.slice(0, 2000));
    let total = 0;
    const report = await readItems(source, {
      isKnown: (id) => known.has(id),
      ...(pictures === null ? {} : { findPictures: (wanted) => lookForPictures(pictures, wanted) }),
      onItem: async (done) => {
        total = done;
        await onItem(done);
      },
    });
    return { state: 'read', done: total, total, preview: previewArticles(report) };
  } finally {
    opened.close();
  }
}

/** Brings in what an upload has: articles as drafts, or sources. */
export async function bringInUpload({
  ctx,
  directory,
  upload: { options, files, total },
  onItem,
  onBegun,
}: UploadWork): Promise<UploadChange & { state: 'finished' }> {
  const opened = await openUpload(directory, options, files);
  try {
    if (opened.of === 'sources') {
      const outcomes = await importReferences(ctx, opened.references, termsOf(options), onItem);
      const done = outcomes.length;
      return { state: 'finished', done, total: done, preview: previewSources(outcomes) };
    }
    await importItems(ctx, opened.source, {
      fileName: files.map(({ name }) => name).join(', '),
      uploads: opened.pictures,
      ...{ onItem, onBegun },
    });
    // The report is with the run by now, and says more.
    return { state: 'finished', done: total ?? 0, preview: null };
  } finally {
    opened.close();
  }
}

const outcomeIn = (reference: unknown, terms: Terms): ReferenceOutcome => {
  const read = sourceFromCsl(reference, terms);
  return { ...read, outcome: read.content === null ? 'left_out' : 'entered' };
};

function termsOf(options: ShownUpload['options']): Terms {
  if (options.kind !== 'sources') throw new Error('These are no references.');
  return { attribution: options.attribution, disclosure: options.disclosure };
}
