import type { Exposure } from '@viewpoints/db/editorial/exposures';
import type { Reason } from '@viewpoints/domain/refusal';

/** Reasons for which nothing of an article may be shown until it is corrected. */
export const suspending: ReadonlySet<string> = new Set([
  'protected_mention',
  'possible_protected_mention',
  'off_record',
  'disclosure_limited',
  'parent_not_public',
]);

/** Reasons for which the database refuses to store the public words of a finding. */
export const unwritable: ReadonlySet<string> = new Set(['off_record', 'disclosure_limited']);

/** Reasons that the desk is notified of if something public has them: each has a remedy. */
const exposing: ReadonlySet<string> = new Set([
  ...suspending,
  'not_verified',
  'holder_identified',
  'participants_missing',
  'descriptor_missing',
  'descriptor_not_allowed',
]);

/** The reasons against a published version that are exposures. */
export function exposuresOf(reasons: readonly Reason[]): Omit<Exposure, 'articleId'>[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return reasons
    .filter(({ code }) => exposing.has(code))
    .map(({ code, at, details }) => ({
      code,
      place: at ?? '',
      findingId: /^findings\.([0-9a-f-]{36})\./.exec(at ?? '')?.[1] ?? null,
      sourceId: text(details.sourceId) ?? /^sources\.([0-9a-f-]{36})\./.exec(at ?? '')?.[1] ?? null,
      participantId: text(details.participantId),
    }));
}
