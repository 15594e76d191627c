import { QueueFull } from '@viewpoints/config/concurrency-limit';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { JobProcessEnded } from '@viewpoints/pictures/job-process';
import type { PdfRead } from '@viewpoints/pictures/pdf/pdf-job';
import { maxPdfPages } from '@viewpoints/pictures/pdf/pdf-reader';
import { ProblemError } from '../problem.ts';

/** The reasons why a PDF is rejected, each with what to do. */
const reasons = {
  unreadable: () =>
    reason(
      'pdf_unreadable',
      'This PDF is damaged, or made in a way that cannot be read. Print it to a new PDF and send that.',
      'file',
    ),
  encrypted: () =>
    reason(
      'pdf_encrypted',
      'This PDF is protected by a password, so nobody can tell what it says. Save it without one and send that.',
      'file',
    ),
  no_pages: () => reason('pdf_without_pages', 'This PDF has no pages.', 'file'),
  too_long: () =>
    reason(
      'pdf_too_long',
      'This PDF has more text than can be searched. Send the part that readers need.',
      'file',
    ),
  too_many_pages: () =>
    reason(
      'pdf_too_many_pages',
      `No more than ${maxPdfPages} pages are accepted. Send the part that readers need.`,
      'file',
      { most: maxPdfPages },
    ),
} satisfies Record<Extract<PdfRead, { ok: false }>['why'], () => Reason>;

/** The problem to report for a PDF that was read and rejected. */
export function refusedPdf({ why }: Extract<PdfRead, { ok: false }>): ProblemError {
  const isLarge = why === 'too_long' || why === 'too_many_pages';
  return new ProblemError(isLarge ? 'too_large' : 'unsupported_type', [reasons[why]()]);
}

const tooDemanding = () =>
  new ProblemError('too_large', [
    reason(
      'pdf_too_demanding',
      'This PDF takes more time or memory than one may have. Print it to a new PDF, or send a part of it.',
      'file',
    ),
  ]);

/** The problem in what was thrown while a PDF waited or was read; anything else as it is. */
export function problemOfReading(thrown: unknown): unknown {
  if (thrown instanceof JobProcessEnded) return tooDemanding();
  if (thrown instanceof QueueFull)
    return new ProblemError('unavailable', [
      reason(
        'pdfs_waiting',
        'Many PDFs are being read at the moment. Try again in a minute.',
        'file',
      ),
    ]);
  return thrown;
}
