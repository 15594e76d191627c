import type { ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../../problem.ts';

const problems = {
  references_not_utf8: ['unsupported_type', 'The file is not in UTF-8. Export it in UTF-8'],
  references_not_json: ['unsupported_type', 'The file is not CSL-JSON: it is not JSON'],
  references_not_bibtex: ['unsupported_type', 'The file is not BibTeX that can be read'],
  references_missing: ['unsupported_type', 'There are no references in the file'],
  references_too_large: ['too_large', 'The file has more than can be read. Export it in parts'],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

/** The problem with a file of references that cannot be read. */
export function referencesProblem(problem: keyof typeof problems, detail = ''): ProblemError {
  const [code, words] = problems[problem];
  return new ProblemError(code, [
    reason(problem, detail === '' ? `${words}.` : `${words} (${detail}).`, 'file'),
  ]);
}
