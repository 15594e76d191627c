import { reason } from '@viewpoints/domain/refusal';
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
    title: 'Some fields need mending first.',
    reasons: parsed.error.issues.map((issue) =>
      reason('invalid', sentence(wordsOf(issue)), issue.path.map(String).join('.') || null),
    ),
    next: null,
  } satisfies Problem;
}

/** Of a choice that was not made, a schema would list what there is in its own terms. */
const wordsOf = ({ code, message }: z.core.$ZodIssue): string =>
  code === 'invalid_value' ? 'choose one' : message;

/** Schemas speak in half-sentences ("write something here"); a form in whole ones. */
export function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
