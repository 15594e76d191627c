import { z } from 'zod';
import { boundedString } from '../values.ts';
import { cslDates, cslLines, cslLongTexts, cslNames, cslNumbers } from './csl-variables.ts';

/**
 * Citation data in CSL-JSON 1.0.2 (https://docs.citationstyles.org/en/1.0.2). Every variable of the
 * standard has its type and its length; fields that a reference manager adds are stored only as
 * plain values, so that no client can choose a nesting depth or size.
 */

const shortText = boundedString(2_000);
const longText = boundedString(20_000);
const numberOrText = z.union([shortText, z.number()]);
const Scalar = z.union([shortText, z.number(), z.boolean()]);

/** A name in a role; the standard allows flags as text, number or boolean. */
export const CslName = z.strictObject({
  family: shortText.optional(),
  given: shortText.optional(),
  'dropping-particle': shortText.optional(),
  'non-dropping-particle': shortText.optional(),
  suffix: shortText.optional(),
  'comma-suffix': Scalar.optional(),
  'static-ordering': Scalar.optional(),
  literal: shortText.optional(),
  'parse-names': Scalar.optional(),
});
export type CslName = z.infer<typeof CslName>;

/** A date as EDTF, or in parts: one or two (an interval) of year, month and day. */
export const CslDate = z.union([
  boundedString(60),
  z.strictObject({
    'date-parts': z.array(z.array(numberOrText).min(1).max(3)).min(1).max(2).optional(),
    season: numberOrText.optional(),
    circa: Scalar.optional(),
    literal: shortText.optional(),
    raw: shortText.optional(),
    edtf: boundedString(60).optional(),
  }),
]);
export type CslDate = z.infer<typeof CslDate>;

const each = <Name extends string, Schema extends z.ZodType>(
  variables: readonly Name[],
  schema: Schema,
) => Object.fromEntries(variables.map((name) => [name, schema])) as Record<Name, Schema>;

/** Most variables that the standard does not know, and most pairs under `custom`. */
export const maxUnknownVariables = 100;
const maxPairs = 50;

const variables = {
  type: boundedString(60),
  categories: z.array(shortText).max(100).optional(),
  /** Pairs of a reference manager's own; flat, lists of plain values included. */
  custom: z
    .record(boundedString(100), z.union([Scalar, z.array(Scalar).max(50)]))
    .refine((pairs) => Object.keys(pairs).length <= maxPairs, `keep no more than ${maxPairs} pairs`)
    .optional(),
  ...each(cslNames, z.array(CslName).max(500).optional()),
  ...each(cslDates, CslDate.optional()),
  ...each(cslNumbers, numberOrText.optional()),
  ...each(cslLines, shortText.optional()),
  ...each(cslLongTexts, longText.optional()),
};

/** Whether a variable is none of the standard's. */
export const isOther = (name: string): boolean => !Object.hasOwn(variables, name);

type CslScalar = string | number | boolean;

/** Citation data of one thing: its type, and variables of whatever kind theirs is. */
export type Csl = {
  type: string;
  [variable: string]:
    | CslScalar
    | CslDate
    | CslName[]
    | string[]
    | Record<string, CslScalar | CslScalar[]>
    | undefined;
};

export const Csl: z.ZodType<Csl> = z
  .object(variables)
  .catchall(Scalar)
  .refine(
    (csl) => Object.keys(csl).filter(isOther).length <= maxUnknownVariables,
    `keep no more than ${maxUnknownVariables} variables that CSL does not know`,
  );
