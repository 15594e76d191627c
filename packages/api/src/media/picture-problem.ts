import { QueueFull } from '@viewpoints/config/concurrency-limit';
import { notAPicture } from '@viewpoints/domain/media/check-picture-file';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import type { Cleaned } from '@viewpoints/pictures/clean-job';
import { type EndReason, JobProcessEnded } from '@viewpoints/pictures/job-process';
import { maxPixels, maxSide } from '@viewpoints/pictures/picture-cleaner';
import { ProblemError } from '../problem.ts';

/** The problem for a file that is none of the accepted types, or incomplete. */
export const refusedFile = (reasons: Reason[] = [notAPicture]): ProblemError =>
  new ProblemError('unsupported_type', reasons);

/** The problem to report for a picture that was read and rejected. */
export function refusedPicture(refused: Extract<Cleaned, { ok: false }>): ProblemError {
  if (refused.why === 'unreadable') return refusedFile();
  const { width, height, frames } = refused;
  const size = { width, height, frames };
  return new ProblemError('too_large', [
    refused.why === 'too_wide'
      ? reason(
          'picture_too_wide',
          `No side may be longer than ${count(maxSide)} pixels; this picture is ${count(width)} × ${count(height)}. Save it smaller and send it again.`,
          'file',
          size,
        )
      : reason(
          'picture_too_many_pixels',
          `No more than ${count(maxPixels / 1_000_000)} megapixels are accepted${frames > 1 ? ', all frames together' : ''}; this picture has ${count(Math.ceil((width * height * frames) / 1_000_000))}. Save it smaller and send it again.`,
          'file',
          size,
        ),
  ]);
}

const ended: Record<EndReason, () => ProblemError> = {
  timeout: () => tooDemanding(),
  memory: () => tooDemanding(),
  crash: () =>
    unavailable(
      'picture_process_ended',
      'The program that reads pictures ended while it read this one. Try again; if it ends again, save the picture as JPEG and send that.',
    ),
};

const tooDemanding = () =>
  new ProblemError('too_large', [
    reason(
      'picture_too_demanding',
      'This picture takes more time or memory than one may have. Save it smaller, or as JPEG, and send it again.',
      'file',
    ),
  ]);

const unavailable = (code: string, words: string) =>
  new ProblemError('unavailable', [reason(code, words, 'file')]);

/** The problem in what was thrown while a picture waited or was read; anything else as it is. */
export function problemOfCleaning(thrown: unknown): unknown {
  if (thrown instanceof JobProcessEnded) return ended[thrown.reason]();
  if (thrown instanceof QueueFull)
    return unavailable(
      'pictures_waiting',
      'Many pictures are being read at the moment. Try again in a minute.',
    );
  return thrown;
}

const count = (number: number): string => number.toLocaleString('en-GB');
