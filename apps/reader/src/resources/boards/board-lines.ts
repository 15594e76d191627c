import { link, plainLine } from '@viewpoints/domain/markdown/finding-markdown';
import type { BoardRecord } from './board-records.ts';

/** A board as lines of Markdown: what the page shows in cells, each with links to position and finding. */
export const boardLines = (records: readonly BoardRecord[], rows: 'actor' | 'issue'): string[] =>
  records.map((record) => {
    const { said, status, stance, proposition, conditions, since, source, terms } = record;
    const facts = [
      since === '' ? 'date not known' : `since ${since}`,
      ...(conditions === '' ? [] : [conditions]),
      `${source} (${terms})`,
    ];
    const before = record.before === '' ? '' : `. Before: ${record.before} ${record.before_held}`;
    const searched = record.searched === '' ? '' : `. Searched: ${record.searched}`;
    const what =
      proposition === ''
        ? plainLine(status)
        : `${plainLine(stance)}: ${link(proposition, `${record.finding}.md`)}; ${plainLine(facts.join('; '))}`;
    const name =
      record.position === ''
        ? plainLine(record[rows])
        : link(record[rows], `${record.position}.md`);
    const where = `${name}, ${said.toLowerCase()}: `;
    return `- ${where}${what}${plainLine(before + searched)}`;
  });
