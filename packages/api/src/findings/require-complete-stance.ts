import type { FindingContent } from '@viewpoints/domain/findings/finding';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow } from '../command.ts';

/**
 * A published finding that is edited stays published, so it may not even for a while lack what its
 * stance requires: the database enforces that for every public finding.
 */
export function requireCompleteStance({
  stance,
  conditions,
  register,
  asOf,
}: FindingContent): void {
  allow(
    decide([
      ...(stance === 'accepts_if' && conditions.length === 0
        ? [
            reason(
              'condition_missing',
              'Say on what condition it is accepted.',
              'content.conditions',
            ),
          ]
        : []),
      ...(stance === 'silent' && register === 'unknown'
        ? [
            reason(
              'register_missing',
              'Say where they are silent: in public or in private.',
              'content.register',
            ),
          ]
        : []),
      ...(stance === 'silent' && asOf === null
        ? [reason('as_of_missing', 'Say as of when they are silent.', 'content.asOf')]
        : []),
    ]),
  );
}
