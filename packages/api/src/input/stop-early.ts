import type { z } from 'zod';

/** Up to so many values, everything that is wrong is told at once. */
const maxFullyChecked = 5_000;

/** Known to zod as an option of its `validate`; here it also tells what it stopped at. */
const abortEarly: object = { abortEarly: true };

/**
 * A schema for inputs of very many values: of a large one only the first thing that is wrong is
 * looked for and told. Each one costs as much as a dozen values that are right, so that 200,000 of
 * them would keep everybody else waiting for seconds.
 */
export function stopEarly<Schema extends z.ZodType>(schema: Schema): Schema {
  const early = schema.clone();
  early.parse = (input, params) =>
    schema.parse(input, isLarge(input) ? { ...params, ...abortEarly } : params);
  return early;
}

/** Whether an input has more values than are told of at once; looks at no more than that. */
function isLarge(input: unknown): boolean {
  const ahead: unknown[] = [input];
  for (let seen = 1; ahead.length > 0; ) {
    const value = ahead.pop();
    if (typeof value !== 'object' || value === null) continue;
    const values = Object.values(value);
    seen += values.length;
    if (seen > maxFullyChecked) return true;
    ahead.push(...values);
  }
  return false;
}
