import { outcomeOf, sentenceOf, type WordOutcome } from '@viewpoints/domain/imports/word-items';
import type { WordReport } from '@viewpoints/domain/imports/word-report';
import { counted } from '@viewpoints/domain/text/counted';
import { excerpt } from './print-import.ts';

const outcomes: Record<WordOutcome, string> = {
  changed: 'Changed',
  left_out: 'Left out',
  check: 'Check',
};

const kinds: Record<WordReport['changes'][number]['kind'], string> = {
  insertion: 'inserted',
  deletion: 'deleted',
  moved_here: 'moved here',
  moved_away: 'moved away',
  formatting: 'formatted',
};

const by = (author: string | null, at: string | null) =>
  `${author ?? 'no author'}${at === null ? '' : `, ${at.slice(0, 16).replace('T', ' ')}`}`;

/**
 * The report of a Word import, or of a trial, as lines for people.
 * @param suggested the changes that would become suggestions, by their place in the report
 */
export function describeWordReport(
  report: WordReport,
  {
    isTrial = false,
    suggested = new Set(),
  }: { isTrial?: boolean; suggested?: ReadonlySet<number> } = {},
): string[] {
  const { threads } = report;
  const comments = isTrial ? 'Comments, to become threads' : 'Comments, kept in the report alone';
  const contents = report.counts
    .filter(({ found }) => found > 0)
    .map(({ part, found, broughtIn }) =>
      part === 'changes' || found === broughtIn
        ? `${found} ${part}`
        : `${broughtIn} of ${found} ${part}`,
    );
  const where = (block: number | null) => (block === null ? '' : `, block ${block}`);
  const lines = [`In the file: ${contents.join(', ') || 'nothing'}.`];
  for (const { style, becomes, count } of report.styles)
    lines.push(`Style ${style}: ${becomes.replaceAll('_', ' ')} (${count}).`);
  for (const { code, block, words, count } of report.items)
    lines.push(
      `${outcomes[outcomeOf(code)]}${where(block)}: ${sentenceOf(code)}${count > 1 ? ` (${count} times)` : ''}.${words === '' ? '' : ` ${excerpt(words)}`}`,
    );
  if (report.changes.length > 0) lines.push('Tracked changes:');
  for (const [index, change] of report.changes.entries()) {
    const { kind, author, at, words, place } = change;
    const isSuggestion = change.suggestion !== null || suggested.has(index);
    lines.push(
      `  ${kinds[kind]}${where(place.block)} (${by(author, at)}), ${isSuggestion ? 'a suggestion' : 'accepted'}: ${excerpt(words.replace(/\s+/g, ' ').trim() || 'a paragraph')}`,
    );
  }
  if (threads > 0) lines.push(`Comments: ${counted(threads, 'thread')}.`);
  if (report.comments.length > 0) lines.push(`${comments}:`);
  for (const { author, at, text, resolved, replies, place } of report.comments) {
    lines.push(
      `  ${by(author, at)}${where(place.block)}${resolved ? ', resolved' : ''}: ${excerpt(text.replace(/\s+/g, ' '))}`,
    );
    for (const reply of replies)
      lines.push(`    ${by(reply.author, reply.at)}: ${excerpt(reply.text.replace(/\s+/g, ' '))}`);
  }
  return lines;
}
