import type { Document } from '@viewpoints/domain/document/document';
import type { ImportReport } from '@viewpoints/domain/imports/import-report';
import { ReportBuilder } from './build-report.ts';
import type { ForeignSource, MappedItem } from './foreign-source.ts';
import { postDocument, type StoredPicture, withoutFiles } from './place-post-pictures.ts';
import type { PostPicture } from './post-pictures.ts';

export type ReadItems = {
  /** Whether an item came in before, by its id in the export: it is counted, and not read. */
  isKnown?: (foreignId: string) => boolean;
  /** Called before an item's text is made: says of each of its pictures where its file is. */
  findPictures?: (
    pictures: readonly PostPicture[],
  ) => Promise<(picture: PostPicture) => StoredPicture>;
  /** Called for each item that comes in, in the order of the file. */
  bringIn?: (mapped: MappedItem, document: Document) => Promise<void>;
  onItem?: (done: number) => void | Promise<void>;
};

/** Reads every item of an export, one at a time, and reports what becomes of each. */
export async function readItems(
  { site, items, otherFields }: ForeignSource,
  { isKnown, findPictures, bringIn, onItem }: ReadItems = {},
): Promise<ImportReport> {
  const report = new ReportBuilder();
  let done = 0;
  for await (const item of items(report.forbid.bind(report))) {
    if (item.why !== null) report.leaveOut(item, item.why);
    else if (isKnown?.(item.foreignId) === true) report.countKnown();
    else {
      const mapped = item.map();
      const pictures = mapped.blocks?.filter((block) => block.type === 'picture') ?? [];
      const stored = (await findPictures?.(pictures)) ?? withoutFiles;
      const document =
        mapped.blocks === null ? null : postDocument(mapped.blocks, mapped.points, stored);
      if (document !== null) await bringIn?.(mapped, document);
      report.add(item, mapped, document);
    }
    done += 1;
    await onItem?.(done);
  }
  return report.finish(site, otherFields);
}
