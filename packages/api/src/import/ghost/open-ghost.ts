import type { ForeignItem, ForeignSource } from '../core/foreign-source.ts';
import { type GhostSite, isPage, leftOutAs, mapPost, postColumns } from './map-post.ts';
import { type Row, readRows } from './read-rows.ts';
import { type GhostSurvey, surveyColumns, surveyRows, textOf } from './survey-rows.ts';

export type OpenGhost = {
  site: GhostSite;
  /** Whether pages come in as drafts of articles too. */
  pages: boolean;
};

/**
 * Opens a Ghost export: reads to its end what its posts refer to.
 * @throws {ProblemError} if the file cannot be read, or has members
 */
export async function openGhost(
  { open }: { open: () => AsyncIterable<Uint8Array> },
  { site, pages }: OpenGhost,
): Promise<ForeignSource> {
  const survey = await surveyRows(readRows(open(), surveyColumns));
  const { title, language } = survey;
  return {
    key: `ghost ${site.address}`,
    site: { title, address: site.address, language },
    ...(survey.hasCode ? { otherFields: ['code injection of the site'] } : {}),
    items: async function* () {
      for await (const { row } of readRows(open(), { posts: postColumns }))
        yield foreignItem(row, survey, { site, pages });
    },
  };
}

const foreignItem = (row: Row, survey: GhostSurvey, { site, pages }: OpenGhost): ForeignItem => ({
  ...{ type: isPage(row) ? 'page' : 'post', foreignId: textOf(row, 'id').slice(0, 40) },
  ...{ why: leftOutAs(row, { pages }), comments: 0, otherFields: [] },
  map: () => mapPost(row, survey, site),
});
