import { validationReasons } from '@viewpoints/domain/validation/validation-reasons';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/**
 * The value as the domain's schema has it. Throws a `Problem` that names every field, in the shape
 * of the API's own, so that a form shows both alike.
 */
export function checkInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw {
    code: 'invalid_input',
    title: 'Some fields need attention.',
    reasons: validationReasons(parsed.error.issues),
    next: null,
  } satisfies Problem;
}
