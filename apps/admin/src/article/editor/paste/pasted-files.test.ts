import { expect, test } from 'vitest';
import { findMediaProblem } from '../../../media/upload-picture.ts';
import { pastedFiles, refuseFiles } from './pasted-files.ts';

/** What a drop brings; a folder is a file that cannot be read, as browsers have it. */
function dropped(
  files: { file: File; isDirectory?: boolean }[],
  texts: Record<string, string> = {},
) {
  return {
    types: ['Files', ...Object.keys(texts)],
    files: files.map(({ file }) => file),
    items: files.map(({ file, isDirectory = false }) => ({
      webkitGetAsEntry: () => ({ name: file.name, isDirectory }),
    })),
    getData: (type: string) => texts[type] ?? '',
  } as unknown as DataTransfer;
}
const textFile = new File(['Words.'], 'notes.txt', { type: 'text/plain' });

test('a folder and a file of another kind are refused, and go to no dialog', () => {
  const folder = { file: new File(['x'], 'Photos'), isDirectory: true };
  for (const data of [dropped([folder]), dropped([{ file: textFile }])]) {
    expect(pastedFiles(data)).toBeNull();
    expect(refuseFiles(data)).toBe(true);
  }
});

test('files that come with text are left to the text', () => {
  expect(refuseFiles(dropped([{ file: textFile }], { 'text/plain': 'Words.' }))).toBe(false);
  expect(refuseFiles(dropped([{ file: textFile }], { 'text/html': '<p>Words.' }))).toBe(false);
  expect(refuseFiles(dropped([]))).toBe(false);
  expect(refuseFiles(null)).toBe(false);
});

test('an empty picture is refused, and does not open the dialog', () => {
  const empty = { file: new File([], 'empty.png', { type: 'image/png' }) };
  expect(pastedFiles(dropped([empty]))).toBeNull();
  expect(refuseFiles(dropped([empty]))).toBe(true);
});

test('a folder among several files is left out with its reason, and stops no other', async () => {
  const folder = new File(['x'], 'Photos');
  folder.slice = () => {
    const part = new Blob();
    part.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    return part;
  };
  const problem = await findMediaProblem(folder);
  expect(problem?.reasons.map(({ code }) => code)).toEqual(['file_unreadable']);
  const empty = await findMediaProblem(new File([], 'empty.png'));
  expect(empty?.reasons.map(({ code }) => code)).toEqual(['file_empty']);
});
