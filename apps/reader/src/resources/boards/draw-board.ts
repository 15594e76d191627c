import { unstatedConditions } from '@viewpoints/domain/findings/conditions-said';
import type { Register } from '@viewpoints/domain/findings/finding-fields';
import { conditionWords, stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import { cellLabels, registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { BoardCell, BoardFinding, IssueRow } from '@viewpoints/domain/positions/board-view';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { capitalised } from '@viewpoints/domain/text/sentence';
import type { Direction } from '@viewpoints/domain/values';
import { wrapText } from '@viewpoints/ui/chart/wrap-text';
import { BoardPen, colors, EDGE, type Line, WIDTH } from './board-pen.ts';

const NAME_WIDTH = 230;
const GAP = 28;
/** More would make a picture that nobody takes in; the page has them all. */
const MAX_ROWS = 40;
const MAX_FINDINGS = 3;

export type BoardDrawing = {
  /** "Who stands where: Foreign monitors". */
  title: string;
  /** Where it is from, and of when. */
  source: string;
  language: string;
  direction: Direction;
  siteUrl: string;
  rows: readonly IssueRow[];
};

/**
 * Draws a stance board as an SVG of its own: no style, font or picture from elsewhere. Positions are
 * links to their findings.
 */
export function drawBoard(board: BoardDrawing): string {
  const rows = board.rows.slice(0, MAX_ROWS);
  const hasUnknown = rows.some(({ unknown }) => unknown.findings.length > 0);
  const columns: Register[] = hasUnknown ? ['public', 'private', 'unknown'] : ['public', 'private'];
  const width = (WIDTH - 2 * EDGE - NAME_WIDTH) / columns.length - GAP;
  const place = (column: number) => EDGE + NAME_WIDTH + GAP + column * (width + GAP);
  const pen = new BoardPen(board);
  let y = 84;
  for (const text of wrapText(board.title, { size: 34, width: WIDTH - 2 * EDGE, most: 3 })) {
    pen.write(EDGE, y, { text, size: 34, weight: 600, color: colors.ink });
    y += 42;
  }
  y += 10;
  for (const [at, register] of columns.entries())
    pen.write(place(at), y, label(registerColumns[register]));
  y += 12;
  pen.rule(y, colors.ink);
  for (const row of rows) {
    const name = wrapText(row.name, { size: 20, width: NAME_WIDTH, most: 4 });
    const parts = [
      name.map((text): Line => ({ text, size: 20, weight: 600, color: colors.ink })),
      ...columns.map((register) => cellLines(row[register], width, board)),
    ];
    const top = y + 30;
    for (const [at, lines] of parts.entries()) {
      let line = top;
      for (const each of lines) {
        line += each.above ?? 0;
        pen.write(at === 0 ? EDGE : place(at - 1), line, each);
        line += heightOf(each);
      }
      y = Math.max(y, line);
    }
    pen.rule(y, colors.rule);
  }
  const left = board.rows.length - rows.length;
  y += 36;
  pen.write(
    EDGE,
    y,
    label(left === 0 ? board.source : `${board.source} · ${left} more rows there`),
  );
  return pen.finish(y + 32);
}

const label = (text: string): Line => ({ text, size: 15, weight: 600, color: colors.quiet });
const small = (text: string): Line => ({ text, size: 15, weight: 400, color: colors.quiet });
const heightOf = ({ size }: Line) => Math.round(size * 1.42);

function cellLines(cell: BoardCell, width: number, board: BoardDrawing): Line[] {
  const lines: Line[] = [];
  if (cell.kind === 'split' || cell.kind === 'past' || cell.kind === 'not_looked_for')
    lines.push(label(cellLabels[cell.kind]));
  for (const [at, finding] of cell.findings.slice(0, MAX_FINDINGS).entries()) {
    const [first, ...rest] = findingLines(
      finding,
      at === 0 ? cell.since : finding.asOf,
      width,
      board,
    );
    if (first !== undefined) lines.push({ ...first, above: lines.length === 0 ? 0 : 10 }, ...rest);
    if (at === 0) lines.push(...beforeLines(cell, width, board));
  }
  if (cell.findings.length === 0) lines.push(...beforeLines(cell, width, board));
  const more = cell.findings.length - MAX_FINDINGS;
  if (more > 0) lines.push(small(`${more} more`));
  if (cell.notFound !== null) {
    const when = looseDateInWords(cell.notFound.asOf, board.language);
    lines.push(label(`${cellLabels.not_found} (${when})`));
    lines.push(...wrap(cell.notFound.searched, width, 2));
  }
  return lines;
}

function beforeLines({ was }: BoardCell, width: number, { language }: BoardDrawing): Line[] {
  if (was === null) return [];
  const [condition] = was.conditions;
  const on = condition === undefined ? '' : ` ${conditionWords[condition.kind]} ${condition.text}`;
  const when = was.asOf === null ? '' : `, ${looseDateInWords(was.asOf, language)}`;
  return wrap(`← Before: ${stanceLabels[was.stance]}${on}${when}`, width, 2);
}

function findingLines(
  finding: BoardFinding,
  since: string | null,
  width: number,
  { siteUrl, language }: BoardDrawing,
): Line[] {
  const { stance, proposition, wording, termsLabel } = finding;
  const held = since === null ? '' : `${looseDateInWords(since, language)}. `;
  const said = unstatedConditions(finding)
    .map(({ kind, text }) => `${conditionWords[kind]} ${text}`)
    .join('; ');
  return [
    {
      ...{ text: stanceLabels[stance], size: 18, weight: 600, color: colors.ink, stance },
      href: `${siteUrl}/findings/${finding.id}`,
    },
    ...wrapText(proposition, { size: 17, width, most: 4 }).map(
      (text): Line => ({ text, size: 17, weight: 400, color: colors.ink }),
    ),
    ...wrap(said, width, 2),
    ...wrap(`${held}${capitalised(wording)} (${termsLabel})`, width, 3),
  ];
}

const wrap = (text: string, width: number, most: number): Line[] =>
  wrapText(text, { size: 15, width, most }).map(small);
