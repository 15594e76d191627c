import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/** Fallback message. A schema that produces it needs a message of its own. */
export const UNKNOWN_FAULT = 'this cannot be used';

const types: Record<string, string> = {
  string: 'use words',
  number: 'use a number',
  int: 'use a whole number',
  boolean: 'say yes or no',
  array: 'use a list',
  tuple: 'use a list',
  object: 'use an object with named fields',
  record: 'use an object with named fields',
  null: 'leave this empty',
  never: 'leave this out',
};

const formats: Record<string, string> = {
  uuid: 'use the identifier of something that exists',
  datetime: 'use a date and time in UTC, such as 2031-05-03T09:00:00.000Z',
  date: 'use a date such as 2031-05-03',
  email: 'use an e-mail address',
  url: 'use a full web address beginning with https://',
};

const figure = (value: number | bigint): string => value.toLocaleString('en-GB');

/** Says what to write instead, as a half-sentence: of strings, lists and numbers each their own. */
function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): string {
  const most = figure(maximum);
  if (origin === 'string') return `keep it within ${most} characters`;
  if (origin === 'array') return `have at most ${most} of these`;
  return inclusive === false ? `use less than ${most}` : `use at most ${most}`;
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  const least = figure(minimum);
  if (origin === 'string')
    return least === '1' ? 'write something here' : `use at least ${least} characters`;
  if (origin === 'array') return least === '1' ? 'choose at least one' : `choose at least ${least}`;
  return inclusive === false ? `use more than ${least}` : `use at least ${least}`;
}

/**
 * The message for a value that a schema refuses, with what to do, in the words of the desk: the
 * library's own are meant for programmers. A schema's own message takes precedence.
 */
function validationMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'fill this in'
        : (types[issue.expected] ?? UNKNOWN_FAULT);
    case 'invalid_value':
      return 'choose one';
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return formats[issue.format] ?? UNKNOWN_FAULT;
    case 'not_multiple_of':
      return `use a multiple of ${figure(issue.divisor)}`;
    case 'unrecognized_keys':
      return `leave out what is not known here: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'choose one of what may stand here';
    case 'invalid_key':
    case 'invalid_element':
      return 'leave out what cannot stand here';
    default:
      return UNKNOWN_FAULT;
  }
}

// Once for every schema, those of libraries included, so that none can be forgotten.
z.config({ customError: validationMessage });
