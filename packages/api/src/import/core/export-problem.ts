import type { ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../../problem.ts';

const problems = {
  export_not_xml: ['unsupported_type', 'This is no export of WordPress and no feed: it is not XML'],
  export_not_feed: ['unsupported_type', 'This is not a feed: RSS and Atom can be read'],
  export_is_wordpress: [
    'unsupported_type',
    'This is a WordPress export, which has what was never public. Bring it in by: import wordpress',
  ],
  export_site_unknown: [
    'unsupported_type',
    'The feed does not say where its site was. Give the address: --site https://old.example.org',
  ],
  export_not_wordpress: [
    'unsupported_type',
    'This is not a WordPress export: in WordPress, choose Tools, then Export',
  ],
  export_not_json: ['unsupported_type', 'This is not a Ghost export: it is not JSON'],
  export_not_ghost: [
    'unsupported_type',
    'This is not a Ghost export: in Ghost, choose Settings, then Import/Export, then Export content',
  ],
  export_of_members: [
    'unsupported_type',
    'The file has the addresses of members, which are not imported. Export the content alone, and delete this file if nobody needs it',
  ],
  export_truncated: [
    'unsupported_type',
    'The file ends before its end: export it again, and compare the sizes',
  ],
  export_declares_entities: [
    'unsupported_type',
    'The file has a document type declaration, which no WordPress export and no feed needs',
  ],
  export_encoding_unknown: [
    'unsupported_type',
    'The file says that it is in an encoding that is not known here. Name another with --encoding',
  ],
  export_encoding_wrong: [
    'unsupported_type',
    'The file is not in the encoding that it says. Name the right one, for example --encoding windows-1252',
  ],
  export_too_deep: ['too_large', 'Its parts are nested deeper than in any export'],
  export_part_too_large: ['too_large', 'One part of the file is larger than can be read'],
  export_too_many: ['too_large', 'The file has more items than can be read. Export it in parts'],
} as const satisfies Record<string, readonly [ProblemCode, string]>;

export type ExportProblem = keyof typeof problems;

/**
 * The problem with an export that cannot be read, with the line up to which it could.
 * @param line null where the problem is with all of it
 */
export function exportProblem(
  problem: ExportProblem,
  line: number | null,
  detail = '',
): ProblemError {
  const [code, words] = problems[problem];
  const said = detail === '' ? words : `${words} (${detail})`;
  const message = line === null ? `${said}.` : `Line ${line}: ${said}.`;
  return new ProblemError(code, [reason(problem, message, 'file', line === null ? {} : { line })]);
}
