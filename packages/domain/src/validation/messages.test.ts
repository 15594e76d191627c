import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import './messages.ts';

const uuid = 'use the identifier of something that exists';
const url = 'use a full web address beginning with https://';
const oneOf = 'choose one of what may stand here';
const leaveOut = 'leave out what cannot stand here';

const sentencesOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('what is said of a value that a schema refuses', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['nothing where words belong', z.string(), undefined, 'fill this in'],
    ['null where words belong', z.string(), null, 'fill this in'],
    ['null where a number belongs', z.number(), null, 'fill this in'],

    ['a number for words', z.string(), 5, 'use words'],
    ['nought for words', z.string(), 0, 'use words'],
    ['words for a number', z.number(), 'five', 'use a number'],
    ['what is no number for one', z.number(), Number.NaN, 'use a number'],
    ['half for a whole number', z.int(), 1.5, 'use a whole number'],
    ['words for yes or no', z.boolean(), 'yes', 'say yes or no'],
    ['words for a list', z.array(z.string()), 'a', 'use a list'],
    ['words for a pair', z.tuple([z.string(), z.string()]), 'a', 'use a list'],
    ['words for an object', z.object({}), 'a', 'use an object with named fields'],
    [
      'a list for a record',
      z.record(z.string(), z.string()),
      [],
      'use an object with named fields',
    ],
    ['words where nothing belongs', z.null(), 'a', 'leave this empty'],
    ['words where no field is', z.never(), 'a', 'leave this out'],
    ['a kind that no form sends', z.date(), 'a', 'this cannot be used'],

    ['another word than the ones offered', z.enum(['low', 'high']), 'middle', 'choose one'],
    ['another word than the only one', z.literal('low'), 'high', 'choose one'],

    ['a text too long', z.string().max(3), 'four', 'keep it within 3 characters'],
    [
      'a text far too long',
      z.string().max(1000),
      'a'.repeat(1001),
      'keep it within 1,000 characters',
    ],
    ['a list too long', z.array(z.string()).max(1), ['a', 'b'], 'have at most 1 of these'],
    ['a number too great', z.number().max(20_000), 20_001, 'use at most 20,000'],
    ['a whole number too great', z.int().max(9), 10, 'use at most 9'],
    ['the number to stay below', z.number().lt(10), 10, 'use less than 10'],
    ['a very great number', z.bigint().max(1000n), 1001n, 'use at most 1,000'],

    ['no text', z.string().min(1), '', 'write something here'],
    ['a text too short', z.string().min(2), 'a', 'use at least 2 characters'],
    ['a text far too short', z.string().min(1000), 'a', 'use at least 1,000 characters'],
    ['an empty list', z.array(z.string()).min(1), [], 'choose at least one'],
    ['a list too short', z.array(z.string()).min(2), ['a'], 'choose at least 2'],
    ['a number too small', z.number().min(1), 0, 'use at least 1'],
    ['a number far too small', z.number().min(2000), 0, 'use at least 2,000'],
    ['the number to stay above', z.number().gt(0), 0, 'use more than 0'],

    ['no identifier', z.uuid(), 'a', uuid],
    [
      'a day where a time belongs',
      z.iso.datetime(),
      '2031-05-03',
      'use a date and time in UTC, such as 2031-05-03T09:00:00.000Z',
    ],
    ['a year where a day belongs', z.iso.date(), '2031', 'use a date such as 2031-05-03'],
    ['no e-mail address', z.email(), 'a', 'use an e-mail address'],
    ['no web address', z.url(), 'a', url],
    ['a form that has no words of its own', z.string().regex(/b/), 'a', 'this cannot be used'],

    ['a number between the steps', z.number().multipleOf(2500), 1, 'use a multiple of 2,500'],
    [
      'fields that are not known',
      z.strictObject({}),
      { colour: 'red', mood: 'low' },
      'leave out what is not known here: colour, mood',
    ],
    ['none of several kinds', z.union([z.string(), z.number()]), true, oneOf],
    [
      'none of several kinds told apart by a field',
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') })]),
      { kind: 'b' },
      oneOf,
    ],
    ['a field by a name that none may have', z.record(z.uuid(), z.string()), { a: 'b' }, leaveOut],
    ['an element that none may be', z.map(z.object(), z.string()), new Map([[{}, 5]]), leaveOut],

    ['a rule without words of its own', z.string().refine(() => false), 'a', 'this cannot be used'],
    [
      'a rule with words of its own',
      z.string().min(2, 'give the name in full'),
      'a',
      'give the name in full',
    ],
  ])('%s', (_, schema, value, sentence) => {
    expect(sentencesOf(schema, value)).toEqual([sentence]);
  });

  test('what fits is met with silence', () => {
    expect(sentencesOf(z.string().min(1).max(3), 'abc')).toEqual([]);
  });
});
