import type { z } from 'zod';
import { type Reason, reason } from '../refusal.ts';
import { sentence } from '../text/sentence.ts';
import { fieldLabel } from './field-label.ts';

/** Maximum number of reasons: more than a person fixes at once. */
const MOST = 50;

/**
 * One reason for each thing that a schema found, with the path to it ("content.holders.0.wording"),
 * what the field there is called, and of a choice what there is to choose from.
 */
export function validationReasons(issues: readonly z.core.$ZodIssue[]): Reason[] {
  return issues.slice(0, MOST).map((issue) => {
    const field = fieldLabel(issue.path);
    return reason(
      issue.code === 'custom' ? 'invalid' : issue.code,
      sentence(issue.message),
      issue.path.length === 0 ? null : issue.path.map(String).join('.'),
      {
        ...(field === null ? {} : { field }),
        ...(issue.code === 'invalid_value' ? { choices: issue.values.map(String) } : {}),
      },
    );
  });
}
