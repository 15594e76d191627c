import type { DocxResult } from '@viewpoints/docx/docx-job';
import { docxReader } from '@viewpoints/docx/docx-reader';
import { maxWordFileSize } from '@viewpoints/domain/imports/word-file';
import type { WordStyles } from '@viewpoints/domain/imports/word-styles';
import { docxTooHeavy, problemOfReading, refusedDocx } from './word-problem.ts';

export type ReadWordFile = Extract<DocxResult, { ok: true }>;

/** Reads a Word file in a process of its own. @throws {ProblemError} if it cannot be read */
export async function readWordFile(bytes: Uint8Array, styles: WordStyles): Promise<ReadWordFile> {
  if (bytes.byteLength > maxWordFileSize) throw docxTooHeavy(bytes.byteLength);
  const result = await docxReader.run({ bytes, styles }).catch((thrown: unknown) => {
    throw problemOfReading(thrown);
  });
  if (!result.ok) throw refusedDocx(result.problem);
  return result;
}
