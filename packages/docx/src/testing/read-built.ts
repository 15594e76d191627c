import type { WordStyles } from '@viewpoints/domain/imports/word-styles';
import type { ConvertedDocx } from '../convert/convert-docx.ts';
import { readDocxJob } from '../docx-job.ts';
import { buildDocx, type DocxParts, usualStyles } from './build-docx.ts';

/** The conversion of a Word file with these parts. */
export async function readBuilt(parts: DocxParts, styles: WordStyles = []): Promise<ConvertedDocx> {
  const bytes = buildDocx({ styles: usualStyles, ...parts });
  const result = await readDocxJob({ bytes, styles });
  if (!result.ok) throw new Error(`refused: ${result.problem}`);
  return result.converted;
}

/** How many of something the file has, and how many came in. */
export const countOf = ({ report }: ConvertedDocx, part: string) => {
  const count = report.counts.find((each) => each.part === part);
  return [count?.found, count?.broughtIn];
};

/** The items of the report, as codes with their words. */
export const itemsOf = ({ report }: ConvertedDocx) =>
  report.items.map(({ code, words }) => [code, words]);
