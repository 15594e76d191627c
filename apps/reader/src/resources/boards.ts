import { directionOfText } from '@viewpoints/domain/text/direction';
import { stringify } from 'csv-stringify/sync';
import { slug as isSlug } from '../http/route.ts';
import { readerApi } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import type { BoardPage } from '../words/board-titles.ts';
import { dayInWords } from '../words/dates.ts';
import { boardColumns } from './boards/board-records.ts';
import { drawBoard } from './boards/draw-board.ts';
import { type Board, findBoard } from './boards/find-board.ts';
import { writeLinks } from './links.ts';
import type { Resource, ResourceRoute } from './resource.ts';

/** The forms of a board in addition to that on its page, by the end of their addresses. */
const forms: Readonly<Record<string, (board: Board) => Promise<Omit<Resource, 'links'>>>> = {
  'board.csv': async ({ records }) => ({
    type: 'text/csv; charset=utf-8; header=present',
    body: stringify(records(currentRender().siteUrl), {
      columns: [...boardColumns],
      ...{ header: true, bom: true, record_delimiter: 'windows' },
      // A value that begins like a formula is escaped, or a spreadsheet would run it.
      escape_formulas: true,
    }),
  }),
  'board.json': async ({ path, view }) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ page: currentRender().siteUrl + path, ...view }),
  }),
  'board.svg': async (board) => ({
    type: 'image/svg+xml; charset=utf-8',
    body: await drawingOf(board),
  }),
  'board.png': async (board) => ({
    type: 'image/png',
    body: await makePicture({ kind: 'drawing', svg: await drawingOf(board) }),
  }),
};

async function drawingOf({ title, path, rows }: Board): Promise<string> {
  const { name, language, timeZone } = await readerApi().journal.get();
  const { now, siteUrl } = currentRender();
  const day = dayInWords(now.toISOString(), language, timeZone);
  return drawBoard({
    ...{ title, language, siteUrl, rows, direction: directionOfText(name) },
    source: `${name}, ${day}. ${siteUrl}${path}`,
  });
}

const boardFiles = (page: BoardPage): ResourceRoute[] =>
  Object.entries(forms).map(([end, make]) => ({
    path: [page, isSlug, end],
    make: async ({ segments: [, slug = ''] }) => {
      const board = await findBoard(page, slug, (path) => `${path}/${end}`);
      if (board === null) return null;
      const to = currentRender().siteUrl + board.path;
      return {
        ...(await make(board)),
        links: writeLinks([{ to, rel: 'canonical', type: 'text/html' }]),
      };
    },
  }));

/** Stance boards as files: for a spreadsheet, for a program, as a drawing and as a picture. */
export const boards: readonly ResourceRoute[] = [...boardFiles('issues'), ...boardFiles('actors')];
