import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocxJob } from '../src/docx-job.ts';
import { countInFile, type FileCounts } from './count-in-file.ts';

/**
 * Whether everything that Word files have is accounted for: in the article, or in the report. The
 * files belong to others and are no part of the repository: WORD_FILES names a directory of them
 * (CONTRIBUTING.md). `--files` prints each file in which something is not in the article.
 */

const parts = [
  'footnotes',
  'endnotes',
  'comments',
  'changes',
  'tables',
  'pictures',
  'links',
] as const;
/** Of which the report has one item each, where it is not in the article. */
const patterns: Partial<Record<keyof FileCounts, RegExp>> = {
  footnotes: /^note_(?:empty|moved)$/,
  endnotes: /^note_(?:empty|moved)$/,
  pictures: /^picture_(?:in_note|linked|missing)$/,
  links: /^link_|^contents$/,
};

const { WORD_FILES: directory } = process.env;
if (directory === undefined) console.log('Skipped: WORD_FILES is not set.');
else {
  const sums = Object.fromEntries(
    parts.map((part) => [part, { file: 0, read: 0, kept: 0, lost: 0 }]),
  );
  const times: number[] = [];
  const refused: string[] = [];
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.docx'))) {
    const bytes = readFileSync(join(directory, name));
    const begun = performance.now();
    const result = await readDocxJob({ bytes, styles: [] });
    times.push(performance.now() - begun);
    if (!result.ok) {
      refused.push(`${name} (${result.problem})`);
      continue;
    }
    const { counts, items } = result.converted.report;
    const inFile = await countInFile(bytes);
    for (const part of parts) {
      const { found = 0, broughtIn = 0 } = counts.find((count) => count.part === part) ?? {};
      const pattern = patterns[part];
      const isReported = items.some(({ code }) => pattern?.test(code));
      const lost = Math.abs(inFile[part] - found) + (isReported ? 0 : found - broughtIn);
      const sum = sums[part];
      if (sum === undefined) continue;
      sum.file += inFile[part];
      sum.read += found;
      sum.kept += broughtIn;
      sum.lost += lost;
      if (process.argv.includes('--files') && (lost > 0 || broughtIn < found))
        console.log(`${name}: ${part} ${broughtIn} of ${found}, ${inFile[part]} in the file`);
    }
  }
  const report = (name: string, value: number, unit: string, target?: number) =>
    console.log(
      JSON.stringify({
        ...{ name: `word files: ${name}`, value, unit },
        ...(target === undefined ? {} : { target: `≤ ${target}`, met: value <= target }),
      }),
    );
  report('read', times.length - refused.length, 'files');
  report('refused', refused.length, 'files', 0);
  for (const name of refused) console.log(`Refused: ${name}`);
  for (const [part, { file, kept, lost }] of Object.entries(sums)) {
    report(`${part} in the files`, file, '');
    report(`${part} brought in`, kept, '');
    report(`${part} not accounted for`, lost, '', 0);
  }
  const sorted = times.toSorted((a, b) => a - b);
  report('time, median', Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), 'ms');
  report('time, longest', Math.round(sorted.at(-1) ?? 0), 'ms');
}
