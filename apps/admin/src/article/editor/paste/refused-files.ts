import { wordFileEnding } from '@viewpoints/domain/imports/word-file';
import { toast } from '../../../ui/toast.ts';

type Refused = { name: string; isFolder: boolean; isEmpty: boolean };

/** The most files that are named. */
const maxNamed = 5;

/** Says which files the text did not take, why, and what it takes. */
export function showRefused(files: readonly Refused[]): void {
  const others = files.length - maxNamed;
  toast.warned(
    files.length === 1 ? 'The file was left out' : 'The files were left out',
    [
      ...files.slice(0, maxNamed).map(sentenceOf),
      ...(others > 0 ? [`So were ${others} more.`] : []),
      'A text takes JPEG, PNG, WebP, AVIF and GIF pictures, and PDFs.',
      `A Word file (${wordFileEnding}) can be dropped into an article without text, or on the list of articles.`,
    ].join(' '),
  );
}

function sentenceOf({ name, isFolder, isEmpty }: Refused): string {
  if (isFolder) return `“${name}” is a folder: drop the files that are in it.`;
  if (isEmpty) return `“${name}” is empty.`;
  return `“${name}” is neither a picture nor a PDF.`;
}
