import { type Reason, reason } from '@viewpoints/domain/refusal';
import { ProblemError } from './problem.ts';

/**
 * Places in an input whose text no database keeps as it is: a NUL, or half of a character outside
 * the Basic Multilingual Plane. Asked of every call, so that no field can forget it.
 */
export function unfitStrings(input: unknown): Reason[] {
  const reasons: Reason[] = [];
  const ahead: [value: unknown, path: string][] = [[input, '']];
  for (let next = ahead.pop(); next !== undefined && reasons.length < 20; next = ahead.pop()) {
    const [value, path] = next;
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed())
        reasons.push(
          reason(
            'text_unfit',
            'This text contains characters that cannot be stored.',
            path || null,
          ),
        );
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (key.includes('\0') || !key.isWellFormed())
          reasons.push(
            reason(
              'text_unfit',
              'A field name contains characters that cannot be stored.',
              path || null,
            ),
          );
        else ahead.push([each, path === '' ? key : `${path}.${key}`]);
      }
    }
  }
  return reasons;
}

/** Refuses an input with such strings, naming each place. */
export function requireFit(input: unknown): void {
  const reasons = unfitStrings(input);
  if (reasons.length > 0) throw new ProblemError('invalid_input', reasons);
}
