import { Register } from '@viewpoints/domain/findings/finding-fields';
import { conditionWords, stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import { cellLabels, registerColumns } from '@viewpoints/domain/positions/board-labels';
import type { BoardCell, BoardFinding, IssueRow } from '@viewpoints/domain/positions/board-view';
import { hasPosition } from '@viewpoints/domain/positions/has-position';

/** A line of a board as a table: one current finding, or one blank. */
export type BoardRecord = Record<(typeof boardColumns)[number], string>;

export const boardColumns = [
  ...(['actor', 'issue', 'said', 'status', 'stance', 'proposition', 'conditions'] as const),
  ...(['since', 'held', 'holder', 'source', 'terms', 'before', 'before_held', 'searched'] as const),
  ...(['finding', 'article', 'before_finding', 'position'] as const),
] as const;

/** Names that differ between the rows of a board, and those that are the same in all. */
type Names = { actor: { slug: string; name: string }; issue: { slug: string; name: string } };

const nothing = Object.fromEntries(boardColumns.map((name) => [name, ''])) as BoardRecord;

const conditionsInWords = ({ conditions }: BoardFinding): string =>
  conditions.map(({ kind, text }) => `${conditionWords[kind]} ${text}`).join('; ');

/** The lines of a row: those of each register that says something, or one blank where none does. */
export function boardRecords(
  row: IssueRow,
  { actor, issue }: Names,
  siteUrl: string,
): BoardRecord[] {
  return Register.options.flatMap((register): BoardRecord[] => {
    const cell = row[register];
    if (register === 'unknown' && cell.kind === 'not_looked_for') return [];
    const common = {
      ...nothing,
      ...{ actor: actor.name, issue: issue.name, said: registerColumns[register] },
      position: hasPosition(row) ? `${siteUrl}/positions/${actor.slug}/${issue.slug}` : '',
      searched: cell.notFound === null ? '' : `${cell.notFound.searched} (${cell.notFound.asOf})`,
      status: statusOf(cell),
    };
    const before = beforeOf(cell, siteUrl);
    if (cell.findings.length === 0) return [{ ...common, ...before }];
    return cell.findings.map((finding, at) => ({
      ...common,
      ...(at === 0 ? { ...before, since: cell.since ?? '' } : { since: finding.asOf ?? '' }),
      ...{ stance: stanceLabels[finding.stance], proposition: finding.proposition },
      ...{ conditions: conditionsInWords(finding), held: finding.asOf ?? '' },
      ...{ holder: finding.holder, source: finding.wording, terms: finding.termsLabel },
      finding: `${siteUrl}/findings/${finding.id}`,
      article: `${siteUrl}/articles/${finding.article.slug}`,
    }));
  });
}

const statusOf = ({ kind }: BoardCell): string =>
  kind === 'held' ? 'Held' : kind === 'silent' ? stanceLabels.silent : cellLabels[kind];

const beforeOf = ({ was }: BoardCell, siteUrl: string): Partial<BoardRecord> =>
  was === null
    ? {}
    : {
        before: stanceLabels[was.stance],
        before_held: was.asOf ?? '',
        before_finding: `${siteUrl}/findings/${was.id}`,
      };
