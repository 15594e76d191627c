import { UNKNOWN_FAULT } from '@viewpoints/domain/validation/messages';
import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Check, checksOf, inputParts, kindOf, type Part } from '../testing/input-parts.ts';

type Issue = z.core.$ZodIssue & { input?: unknown };

/** Of the wrong type, missing, malformed, with an unknown name. */
const faults: unknown[] = [
  ...[undefined, null, true, 1, 1.5, -1, 2 ** 60, Number.NaN, Number.POSITIVE_INFINITY],
  ...['', ' ', 'Zq?', 'Zq \n Zq', '2031-02-30', 'http://a/%', {}, { Zq: 1 }, [], [undefined]],
];

/** A value that this check refuses and no other need do. */
function faultsOf({ _zod: { def } }: Check): unknown[] {
  switch (def.check) {
    case 'max_length':
      return ['x'.repeat((def.maximum ?? 0) + 1), Array((def.maximum ?? 0) + 1).fill('x')];
    case 'min_length':
      return ['x'.repeat((def.minimum ?? 1) - 1)];
    case 'less_than':
      return [(def.value ?? 0) + 1];
    case 'greater_than':
      return [(def.value ?? 0) - 1];
    default:
      return [];
  }
}

/** Everything that a schema finds wrong, what each of several choices does included. */
function issuesOf(schema: z.core.$ZodType, value: unknown): Issue[] {
  const parsed = z.safeParse(schema, value, { reportInput: true });
  const flat = (issues: readonly z.core.$ZodIssue[]): Issue[] =>
    issues.flatMap((issue) => [
      issue,
      ...(issue.code === 'invalid_union' ? issue.errors.flatMap(flat) : []),
    ]);
  return parsed.success ? [] : flat(parsed.error.issues);
}

const theirs = z.locales.en().localeError;

/** Whether a message is what the library says by itself. */
function isTheirs(issue: Issue): boolean {
  const said = theirs({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return issue.message === (typeof said === 'string' ? said : said?.message);
}

/** The codes of what a check may find. */
const codesOf: Record<string, string[]> = {
  max_length: ['too_big'],
  min_length: ['too_small'],
  less_than: ['too_big'],
  greater_than: ['too_small'],
  multiple_of: ['not_multiple_of'],
  number_format: ['invalid_type'],
  string_format: ['invalid_format'],
};

describe('what is said of an input that does not fit', () => {
  // A schema that only transforms finds no faults, and gets what others have let through.
  const parts = [...new Map(inputParts.map((part) => [part.schema, part])).values()].filter(
    (part) => kindOf(part) !== 'transform',
  );
  const found = parts.map((part) => ({
    part,
    issues: [...faults, ...checksOf(part).flatMap(faultsOf)].flatMap((value) =>
      issuesOf(part.schema, value),
    ),
  }));
  const placeOf = (part: Part) => `${(part as Part & { path: string }).path}${part.at}`;

  test('is tried for every kind of fault that a schema can find', () => {
    const missed = found.flatMap(({ part, issues }) =>
      checksOf(part).flatMap(({ _zod: { def } }) => {
        const codes = codesOf[def.check ?? ''];
        if (codes === undefined || issues.some(({ code }) => codes.includes(code))) return [];
        return [`${placeOf(part)}: ${def.check}`];
      }),
    );
    expect(missed).toEqual([]);
    expect(new Set(found.flatMap(({ issues }) => issues.map(({ code }) => code)))).toEqual(
      new Set([
        ...['invalid_type', 'invalid_value', 'invalid_format', 'invalid_union', 'custom'],
        ...['too_big', 'too_small', 'unrecognized_keys', 'not_multiple_of'],
      ]),
    );
  });

  test('is never in the words of the library, and never nothing in particular', () => {
    const wrong = found.flatMap(({ part, issues }) =>
      issues
        .filter((issue) => isTheirs(issue) || issue.message === UNKNOWN_FAULT)
        .map(({ code, message }) => `${placeOf(part)}: ${code}: ${message}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
    // A rule that only a well-formed whole can break has its own message; the malformed ones were
    // tested above.
    const mute = found.filter(
      ({ part, issues }) =>
        checksOf(part).some(({ _zod: { def } }) => def.check === 'custom' && !def.error) &&
        !issues.some(({ code }) => code === 'custom'),
    );
    expect(mute.map(({ part }) => placeOf(part))).toEqual([]);
  });

  test('names its field in words', () => {
    const labels = found.flatMap(({ issues }) =>
      validationReasons(issues).flatMap(({ details }) => details.field ?? []),
    );
    expect(new Set(labels).size).toBeGreaterThan(50);
    expect(labels.filter((label) => !/^\p{Lu}[\p{L}\d ,]*$/u.test(String(label)))).toEqual([]);
  });
});
