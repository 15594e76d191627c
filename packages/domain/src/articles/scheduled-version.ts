import { z } from 'zod';
import { CorrectionContent } from '../corrections/correction.ts';
import { type Decision, decide, reason } from '../refusal.ts';

/**
 * The kind of the next version of a live article: a minor change, a correction with its notices or,
 * without either, a new version.
 */
export const VersionChange = z.strictObject({
  minor: z.boolean().default(false),
  corrections: z.array(CorrectionContent).max(20).default([]),
});
export type VersionChange = z.infer<typeof VersionChange>;

/** Who answers for the notices of a version, and when they wrote them. */
export type VersionChangeSet = VersionChange & { by: string; setAt: string };

/** A scheduled version, by whom and when; if it was refused at its time, when and why. */
export type ScheduledVersion = VersionChange & {
  setBy: string;
  setAt: string;
  refused: { at: string; code: string; message: string } | null;
};

/** A notice announces a correction to readers, and a minor change is not announced: no version is both. */
export function checkVersionChange({ minor, corrections }: VersionChange): Decision {
  return decide(
    minor && corrections.length > 0
      ? [
          reason(
            'minor_with_notice',
            'A minor change has no correction notice. Choose one of the two.',
            'minor',
          ),
        ]
      : [],
  );
}
