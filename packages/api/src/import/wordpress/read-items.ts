import type { Document } from '@viewpoints/domain/document/document';
import type { WordpressReport } from '@viewpoints/domain/imports/wordpress-report';
import { leftOutAs, type MappedItem, mapItem } from './map-item.ts';
import { postDocument, type StoredPicture, withoutFiles } from './place-post-pictures.ts';
import type { PostPicture } from './post-pictures.ts';
import { readExport } from './read-export.ts';
import { ExportReport } from './report-export.ts';
import { type Survey, surveyExport } from './survey-export.ts';

/** An export that can be read from its beginning more than once. */
export type ExportFile = { open: () => AsyncIterable<Uint8Array>; encoding: string | null };

export type ReadItems = {
  survey: Survey;
  /** Whether pages come in as drafts of articles too. */
  pages: boolean;
  /** Whether an item came in before, by its id in the export: it is counted, and not read. */
  isKnown?: (foreignId: string) => boolean;
  /** Called before an item's text is made: says of each of its pictures where its file is. */
  findPictures?: (
    pictures: readonly PostPicture[],
  ) => Promise<(picture: PostPicture) => StoredPicture>;
  /** Called for each item that comes in, in the order of the file. */
  bringIn?: (mapped: MappedItem, document: Document) => Promise<void>;
  onItem?: (done: number) => void;
};

/** What the posts of an export refer to: read first, and needed for each of them. */
export const surveyFile = ({ open, encoding }: ExportFile): Promise<Survey> =>
  surveyExport(readExport(open(), { encoding }));

/** Reads every item of an export, one at a time, and reports what becomes of each. */
export async function readItems(
  { open, encoding }: ExportFile,
  { survey, pages, isKnown, findPictures, bringIn, onItem }: ReadItems,
): Promise<WordpressReport> {
  const report = new ExportReport();
  const onForbidden = report.forbid.bind(report);
  let done = 0;
  for await (const part of readExport(open(), { encoding, onForbidden })) {
    if (part.kind !== 'item') continue;
    const { item } = part;
    const why = leftOutAs(item, { pages });
    if (why !== null) report.leaveOut(item, why);
    else if (isKnown?.(item.id) === true) report.countKnown();
    else {
      const mapped = mapItem(item, survey);
      const pictures = mapped.blocks?.filter((block) => block.type === 'picture') ?? [];
      const stored = (await findPictures?.(pictures)) ?? withoutFiles;
      const document =
        mapped.blocks === null ? null : postDocument(mapped.blocks, mapped.points, stored);
      if (document !== null) await bringIn?.(mapped, document);
      report.add(item, mapped, document);
    }
    done += 1;
    onItem?.(done);
  }
  return report.finish(survey);
}
