import type { ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../../problem.ts';

const problems = {
  upload_files_wrong: ['unsupported_type', 'These are not the files of such an import'],
  upload_too_large: ['too_large', 'The files have more bytes than are accepted'],
  uploads_open: ['refused', 'Too many imports wait. Finish or cancel one of them'],
  upload_arrived: ['refused', 'The files of this import have arrived'],
  upload_out_of_place: ['stale', 'Another part of the file is due'],
  upload_incomplete: ['refused', 'The files have not arrived whole. Send what is missing'],
  upload_files_gone: ['refused', 'The files are no longer here. Upload them again'],
  upload_reader_ended: ['too_large', 'The files take more time or memory to read than they may'],
  upload_account_disabled: ['refused', 'The account that began the import is disabled'],
  upload_given_up: [
    'refused',
    'It was tried several times and failed. The log of the server says why',
  ],
  zip_damaged: ['unsupported_type', 'The zip file is damaged, or is none'],
  zip_encrypted: ['unsupported_type', 'The zip file has a password. Make one without'],
  zip_leads_out: ['unsupported_type', 'The zip file has paths that lead out of it'],
  zip_too_large: ['too_large', 'The zip file has more in it than can be read'],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

export type UploadProblemCode = keyof typeof problems;

/** A problem with the files of an import by upload. */
export function uploadProblem(
  problem: UploadProblemCode,
  detail = '',
  details: Record<string, number> = {},
): ProblemError {
  const [code, words] = problems[problem];
  const message = detail === '' ? `${words}.` : `${words} (${detail}).`;
  return new ProblemError(code, [reason(problem, message, 'file', details)]);
}
