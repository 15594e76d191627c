import {
  type ImportOutcome,
  type ImportPointCode,
  importOutcomeOf,
  importSentenceOf,
} from '@viewpoints/domain/imports/import-points';
import type { ImportReport } from '@viewpoints/domain/imports/import-report';
import { sayLeftOut } from '@viewpoints/domain/imports/left-out';
import { counted } from '@viewpoints/domain/text/counted';
import { excerpt } from './print-import.ts';

/** How many items a point names, and how many names a list has, before the rest is a number. */
const MOST = 5;

const headings: Record<ImportOutcome, string> = {
  check: 'To be looked at by a person',
  changed: 'Changed on the way',
  left_out: 'Left out',
};

const number = (count: number) => count.toLocaleString('en-GB');

function named(all: readonly { name: string; items: number }[]): string {
  const shown = all.slice(0, MOST).map(({ name, items }) => `${name} (${number(items)})`);
  const rest = all.length - shown.length;
  return shown.join(', ') + (rest > 0 ? `, and ${number(rest)} more` : '');
}

/** The report of an import as lines for people: what becomes what, and what does not fit. */
export function describeImportReport(report: ImportReport): string[] {
  const { site, items, known, leftOut, authors, topics, comments, fields, forbidden } = report;
  const comingIn = items.filter(({ comesIn }) => comesIn);
  const lines = [`${site.title || 'A site without a name'}, ${site.address}`];
  const states = new Map<string, number>();
  for (const { status } of comingIn) states.set(status, (states.get(status) ?? 0) + 1);
  const byState = [...states].map(([status, count]) => `${number(count)} ${status}`).join(', ');
  const words = comingIn.reduce((sum, item) => sum + item.words, 0);
  const pictures = comingIn.reduce((sum, item) => sum + item.pictures, 0);
  lines.push(
    `Becomes drafts: ${number(comingIn.length)} ${comingIn.length === 1 ? 'article' : 'articles'}${byState === '' ? '' : ` (${byState})`}, ${number(words)} words, ${number(pictures)} ${pictures === 1 ? 'picture' : 'pictures'}.`,
  );
  if (known > 0) lines.push(`Came in before: ${counted(known, 'article')}.`);
  if (authors.length > 0) lines.push(`Authors: ${named(authors)}.`);
  if (topics.length > 0) lines.push(`Topics: ${named(topics)}.`);
  if (comments > 0)
    lines.push(`Stays on the old site: ${counted(comments, 'comment')} of readers.`);
  for (const { type, why, count } of leftOut)
    lines.push(`Left out: ${number(count)} ${type || 'without a type'} – ${sayLeftOut(why)}.`);
  if (fields.length > 0) lines.push(`Custom fields that are not read: ${named(fields)}.`);
  for (const { line, count } of forbidden.slice(0, MOST))
    lines.push(`Left out near line ${line}: ${counted(count, 'character')} that XML cannot have.`);
  for (const outcome of ['check', 'left_out', 'changed'] as const)
    lines.push(...pointsOf(items, outcome));
  return lines;
}

type Place = { headline: string; at: string; words: string; count: number };

function pointsOf(items: ImportReport['items'], outcome: ImportOutcome): string[] {
  const places = new Map<ImportPointCode, Place[]>();
  for (const { headline, line, foreignId, points } of items)
    for (const { code, words, count } of points) {
      if (importOutcomeOf(code) !== outcome) continue;
      const place = { headline, at: line === null ? foreignId : `line ${line}`, words, count };
      const known = places.get(code);
      if (known === undefined) places.set(code, [place]);
      else known.push(place);
    }
  if (places.size === 0) return [];
  const lines = [`${headings[outcome]}:`];
  for (const [code, all] of [...places].sort(([, a], [, b]) => b.length - a.length)) {
    const times = all.reduce((sum, { count }) => sum + count, 0);
    lines.push(`  ${importSentenceOf(code)} (${number(times)}).`);
    for (const { headline, at, words } of all.slice(0, MOST))
      lines.push(
        `    ${at}, ${excerpt(headline || 'without a title', 60)}${words === '' ? '' : `: ${excerpt(words, 80)}`}`,
      );
    if (all.length > MOST) lines.push(`    … and ${number(all.length - MOST)} more`);
  }
  return lines;
}
