import type { WordStyles } from '@viewpoints/domain/imports/word-styles';
import { maxPictureSize } from '@viewpoints/domain/media/check-picture-file';
import { type DocxProblem, DocxRefusal } from './archive/docx-refusal.ts';
import { type ConvertedDocx, convertDocx } from './convert/convert-docx.ts';
import { readDocx, type WordFile } from './read/read-docx.ts';

/** A Word file to be read, in another process: nothing in it but data. */
export type DocxJob = { bytes: Uint8Array; styles: WordStyles };

/** The data of a picture; null if the file does not have them, or they are too large. */
export type DocxPicture = Uint8Array | null;

export type DocxResult =
  | { ok: true; converted: ConvertedDocx; pictures: DocxPicture[] }
  | { ok: false; problem: DocxProblem };

/** Most bytes of all pictures together: they go from one process to another. */
const maxPictureBytes = 120 * 1024 ** 2;

/** Reads a Word file. What cannot be read is refused as data. */
export async function readDocxJob({ bytes, styles }: DocxJob): Promise<DocxResult> {
  try {
    const file = await readDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const converted = convertDocx(file, styles);
    return { ok: true, converted, pictures: await readPictures(file, converted.pictures) };
  } catch (error) {
    if (error instanceof DocxRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

async function readPictures(file: WordFile, paths: readonly string[]): Promise<DocxPicture[]> {
  const pictures: DocxPicture[] = [];
  let total = 0;
  for (const path of paths) {
    const bytes = await file.readPicture(path, maxPictureSize).catch((error: unknown) => {
      if (error instanceof DocxRefusal) return null;
      throw error;
    });
    total += bytes?.byteLength ?? 0;
    if (total > maxPictureBytes) throw new DocxRefusal('too_large');
    pictures.push(bytes);
  }
  return pictures;
}
