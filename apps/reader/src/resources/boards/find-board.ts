import type { IssueRow } from '@viewpoints/domain/positions/board-view';
import { findForPage, sendOnIfMoved } from '../../next/reader-api.ts';
import { type BoardPage, boardTitle } from '../../words/board-titles.ts';
import { type BoardRecord, boardRecords } from './board-records.ts';

/** A stance board, whichever way it is turned. */
export type Board = {
  /** The path of its page: "/issues/ceasefire". */
  path: string;
  name: string;
  title: string;
  rows: readonly IssueRow[];
  /** As data: the answer of the API. */
  view: object;
  records: (siteUrl: string) => BoardRecord[];
};

/**
 * The board of the page at an address; null if there is none. By a former slug readers are sent on.
 * @param addressOf the present address of what was requested, from the path of the page
 */
export async function findBoard(
  page: BoardPage,
  slug: string,
  addressOf: (path: string) => string,
): Promise<Board | null> {
  const board = await (page === 'issues' ? findIssueBoard(slug) : findActorBoard(slug));
  if (board === null) return null;
  const { named, ...rest } = board;
  const path = `/${page}/${named.slug}`;
  sendOnIfMoved(slug, named.slug, () => addressOf(path));
  return { ...rest, path, name: named.name, title: boardTitle(page, named.name) };
}

type Found = Omit<Board, 'path' | 'name' | 'title'> & { named: { slug: string; name: string } };

async function findIssueBoard(slug: string): Promise<Found | null> {
  const view = await findForPage((api) => api.issues.board({ slug }));
  if (view === null) return null;
  const { issue, rows } = view;
  const records = (siteUrl: string) =>
    rows.flatMap((row) => boardRecords(row, { actor: row, issue }, siteUrl));
  return { named: issue, rows, view, records };
}

async function findActorBoard(slug: string): Promise<Found | null> {
  const view = await findForPage((api) => api.actors.board({ slug }));
  const actor = view?.actors[0];
  if (view === null || actor === undefined) return null;
  const { rows } = actor;
  const records = (siteUrl: string) =>
    rows.flatMap((row) => boardRecords(row, { actor, issue: row }, siteUrl));
  return { named: actor, rows, view, records };
}
