import type { ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../../problem.ts';

const problems = {
  export_not_xml: ['unsupported_type', 'This is not a WordPress export: it is not XML'],
  export_not_wordpress: [
    'unsupported_type',
    'This is not a WordPress export: in WordPress, choose Tools, then Export',
  ],
  export_truncated: [
    'unsupported_type',
    'The file ends before its end: export it again, and compare the sizes',
  ],
  export_declares_entities: [
    'unsupported_type',
    'The file has a document type declaration, which no WordPress export has',
  ],
  export_encoding_unknown: [
    'unsupported_type',
    'The file says that it is in an encoding that is not known here. Name another with --encoding',
  ],
  export_encoding_wrong: [
    'unsupported_type',
    'The file is not in the encoding that it says. Name the right one, for example --encoding windows-1252',
  ],
  export_too_deep: ['too_large', 'Elements are nested deeper than in any WordPress export'],
  export_part_too_large: ['too_large', 'One part of the file is larger than can be read'],
  export_too_many: ['too_large', 'The file has more items than can be read. Export it in parts'],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

export type ExportProblem = keyof typeof problems;

/** The problem with an export that cannot be read, with the line up to which it could. */
export function exportProblem(problem: ExportProblem, line: number, detail = ''): ProblemError {
  const [code, words] = problems[problem];
  const said = detail === '' ? words : `${words} (${detail})`;
  return new ProblemError(code, [reason(problem, `Line ${line}: ${said}.`, 'file', { line })]);
}
