import { QueueFull } from '@viewpoints/config/concurrency-limit';
import type { DocxProblem } from '@viewpoints/docx/archive/docx-refusal';
import { maxWordFileSize } from '@viewpoints/domain/imports/word-file';
import { reason } from '@viewpoints/domain/refusal';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import { ProblemError } from '../../problem.ts';

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 ** 2)} MB`;

const problems: Record<DocxProblem, () => ProblemError> = {
  not_word: () =>
    unsupported(
      'word_not_word',
      'This is no Word file. Accepted is .docx, as Word and Google Docs save it.',
    ),
  old_word: () =>
    unsupported(
      'word_too_old',
      'This is a file of Word before 2007 (.doc). Open it, and save it as .docx.',
    ),
  encrypted: () =>
    unsupported(
      'word_encrypted',
      'This file is locked with a password. Take the password away in Word, and save it.',
    ),
  damaged: () =>
    unsupported(
      'word_damaged',
      'This file is damaged or not whole. Open it in Word, and save it again.',
    ),
  too_large: () =>
    tooLarge(
      'word_too_much',
      'There is more in this file than can be read. Take pictures out of it, or part it.',
    ),
  too_many_changes: () =>
    tooLarge(
      'word_too_many_changes',
      'This file has more tracked changes or comments than can be kept. Accept the changes that are agreed in Word, and save it.',
    ),
};

const unsupported = (code: string, words: string) =>
  new ProblemError('unsupported_type', [reason(code, words, 'file')]);
const tooLarge = (code: string, words: string) =>
  new ProblemError('too_large', [reason(code, words, 'file')]);

/** The problem for a file that cannot be read as a Word document. */
export const refusedDocx = (problem: DocxProblem): ProblemError => problems[problem]();

/** The problem for a file that is too large. */
export const docxTooHeavy = (bytes: number): ProblemError =>
  new ProblemError('too_large', [
    reason(
      'word_too_heavy',
      `No more than ${megabytes(maxWordFileSize)} are accepted; this file has ${megabytes(bytes)}. In Word, compress its pictures.`,
      'file',
      { bytes, most: maxWordFileSize },
    ),
  ]);

/** The problem in what was thrown while a file waited or was read; anything else as it is. */
export function problemOfReading(thrown: unknown): unknown {
  if (thrown instanceof QueueFull)
    return new ProblemError('unavailable', [
      reason(
        'word_files_waiting',
        'Many files are being read at the moment. Try again in a minute.',
        'file',
      ),
    ]);
  if (!(thrown instanceof JobProcessEnded)) return thrown;
  if (thrown.reason === 'crash')
    return new ProblemError('unavailable', [
      reason(
        'word_process_ended',
        'The program that reads Word files ended while it read this one. Try again; if it ends again, save the file again in Word.',
        'file',
      ),
    ]);
  return tooLarge(
    'word_too_demanding',
    'This file takes more time or memory than one may have. Take pictures out of it, or part it.',
  );
}
