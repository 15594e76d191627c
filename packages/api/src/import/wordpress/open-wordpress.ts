import type { ForeignItem, ForeignSource } from '../core/foreign-source.ts';
import type { ExportedItem } from './export-parts.ts';
import { leftOutAs, mapItem } from './map-item.ts';
import { readExport } from './read-export.ts';
import { type Survey, surveyExport } from './survey-export.ts';

/** An export that can be read from its beginning more than once. */
export type ExportFile = { open: () => AsyncIterable<Uint8Array>; encoding: string | null };

/**
 * Opens a WordPress export: reads to its end what its posts refer to.
 * @param pages whether pages come in as drafts of articles too
 * @throws {ProblemError} if the file cannot be read
 */
export async function openWordpress(
  { open, encoding }: ExportFile,
  { pages }: { pages: boolean },
): Promise<ForeignSource> {
  const survey = await surveyExport(readExport(open(), { encoding }));
  return {
    key: `wordpress ${survey.site.address}`,
    site: survey.site,
    items: async function* (onForbidden) {
      for await (const part of readExport(open(), { encoding, onForbidden }))
        if (part.kind === 'item') yield foreignItem(part.item, survey, pages);
    },
  };
}

const foreignItem = (item: ExportedItem, survey: Survey, pages: boolean): ForeignItem => ({
  ...{ type: item.type, foreignId: item.id, why: leftOutAs(item, { pages }) },
  ...{ comments: item.comments, otherFields: item.otherFields },
  map: () => mapItem(item, survey),
});
