import type { IssueRow } from '@viewpoints/domain/positions/board-view';
import { directionOfText } from '@viewpoints/domain/text/direction';
import { stringify } from 'csv-stringify/sync';
import { slug as isSlug } from '../http/route.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { makePicture } from '../pictures/picture-maker.ts';
import { dayInWords } from '../words/dates.ts';
import { type BoardRecord, boardColumns, boardRecords } from './boards/board-records.ts';
import { drawBoard } from './boards/draw-board.ts';
import { writeLinks } from './links.ts';
import type { Resource, ResourceRoute } from './resource.ts';

/** A stance board, whichever way it is turned. */
type Board = {
  /** The page that it is on. */
  path: string;
  title: string;
  rows: readonly IssueRow[];
  /** As data: the answer of the API. */
  view: object;
  records: (siteUrl: string) => BoardRecord[];
};

/** Finds the board at the first two segments of an address. */
type FindBoard = (slug: string, end: string) => Promise<Board | null>;

const issueBoard: FindBoard = async (slug, end) => {
  const view = await findForPage((api) => api.issues.board({ slug }));
  if (view === null) return null;
  const { issue, rows } = view;
  sendOnIfMoved(slug, issue.slug, (now) => `/issues/${now}/${end}`);
  return {
    ...{ path: `/issues/${issue.slug}`, title: `Who stands where: ${issue.name}`, rows, view },
    records: (siteUrl) => rows.flatMap((row) => boardRecords(row, { actor: row, issue }, siteUrl)),
  };
};

const actorBoard: FindBoard = async (slug, end) => {
  const found = await findForPage(async (api) => ({
    ...(await api.actors.bySlug({ slug })),
    view: await api.actors.board({ slug }),
  }));
  if (found === null) return null;
  const { actor, view } = found;
  sendOnIfMoved(slug, actor.slug, (now) => `/actors/${now}/${end}`);
  const rows = view.actors[0]?.rows ?? [];
  return {
    ...{ path: `/actors/${actor.slug}`, title: `Where they stand: ${actor.name}`, rows, view },
    records: (siteUrl) => rows.flatMap((row) => boardRecords(row, { actor, issue: row }, siteUrl)),
  };
};

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

const boardFiles = (first: string, find: FindBoard): ResourceRoute[] =>
  Object.entries(forms).map(([end, make]) => ({
    path: [first, isSlug, end],
    make: async ({ segments: [, slug = ''] }) => {
      const board = await find(slug, end);
      if (board === null) return null;
      const page = currentRender().siteUrl + board.path;
      return {
        ...(await make(board)),
        links: writeLinks([{ to: page, rel: 'canonical', type: 'text/html' }]),
      };
    },
  }));

/** Stance boards as files: for a spreadsheet, for a program, as a drawing and as a picture. */
export const boards: readonly ResourceRoute[] = [
  ...boardFiles('issues', issueBoard),
  ...boardFiles('actors', actorBoard),
];
