import { z } from 'zod';
import { allowed, type Decision, decide, type Reason, reason } from '../refusal.ts';
import { Id, Instant } from '../values.ts';
import { ImportPoint, type ImportPointCode } from './import-points.ts';
import { ImportReport } from './import-report.ts';

/** The report of an import without the items that came in: those are articles now. */
export const ImportSummary = ImportReport.omit({ items: true }).extend({
  /** Items that should have come in and did not, as far as they are kept. */
  refused: ImportReport.shape.items.max(500),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** What becomes of an imported article, or became of it, when the report is signed. */
export const ImportItemState = z.enum([
  'ready',
  'incomplete',
  'draft',
  'edited',
  'waiting',
  'published',
  'refused',
]);
export type ImportItemState = z.infer<typeof ImportItemState>;

/**
 * Points with which an item was not for everybody, or is not known to be as it was: it stays a draft.
 */
export const holdingPoints: readonly ImportPointCode[] = [
  ...(['has_password', 'is_for_members', 'is_email', 'is_private', 'members_from_here'] as const),
  ...(['is_scheduled', 'is_pending', 'status_unknown', 'canonical_elsewhere'] as const),
  ...(['text_may_be_cut', 'date_of_change'] as const),
];

const Person = z.strictObject({ id: Id, name: z.string() });

/** An import as the desk shows it, with how many of its articles are in which state. */
export const ShownImport = z.strictObject({
  id: Id,
  source: z.string(),
  fileName: z.string(),
  startedAt: Instant,
  startedBy: Person,
  finishedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  confirmedBy: Person.nullable(),
  signedAt: Instant.nullable(),
  signedBy: Person.nullable(),
  publishedAt: Instant.nullable(),
});
export type ShownImport = z.infer<typeof ShownImport>;

/** An article that came in, with what an editor has to know of it. */
export const ShownImportItem = z.strictObject({
  id: Id,
  headline: z.string(),
  address: z.string().nullable(),
  publishedAt: Instant.nullable(),
  state: ImportItemState,
  /** Why it is not published although it was confirmed; null for all others. */
  outcome: z.string().nullable(),
  points: z.array(ImportPoint),
});
export type ShownImportItem = z.infer<typeof ShownImportItem>;

type Run = Pick<
  ShownImport,
  'finishedAt' | 'undoneAt' | 'confirmedAt' | 'confirmedBy' | 'signedAt' | 'startedBy'
>;

function reasonsAgainst({ finishedAt, undoneAt, signedAt }: Run): Reason[] {
  if (undoneAt !== null) return [reason('import_undone', 'This import was undone.')];
  if (signedAt !== null) return [reason('import_signed', 'This import is signed already.')];
  if (finishedAt === null)
    return [reason('import_unfinished', 'This import has not come to its end. Run it again.')];
  return [];
}

/** Whether the report of an import can be confirmed. @param ready how many articles would go out */
export const checkConfirmable = (run: Run, ready: number): Decision =>
  decide([
    ...reasonsAgainst(run),
    ...(ready === 0
      ? [reason('nothing_to_publish', 'Nothing of this import can be published as it is.')]
      : []),
  ]);

/**
 * Whether somebody can sign the report of an import. It is never the person who confirmed it, nor the
 * one who brought the articles in, also where a journal does without a second person elsewhere:
 * thousands of articles go out by one act.
 */
export function checkSignable(run: Run, actingId: string): Decision {
  const reasons = reasonsAgainst(run);
  if (reasons.length > 0) return decide(reasons);
  if (run.confirmedBy === null)
    return decide([reason('not_confirmed', 'A publisher has to confirm the report first.')]);
  if (run.confirmedBy.id === actingId)
    return decide([
      reason('own_confirmation', 'You confirmed it: another publisher has to sign it.'),
    ]);
  if (run.startedBy.id === actingId)
    return decide([
      reason('own_import', 'You brought the articles in: another publisher has to sign it.'),
    ]);
  return allowed;
}

/** Whether an import can be undone as a whole. @param now.isRunning whether articles still come in */
export const checkUndoable = (
  { undoneAt }: Pick<Run, 'undoneAt'>,
  { isRunning }: { isRunning: boolean },
): Decision =>
  decide([
    ...(undoneAt === null ? [] : [reason('import_undone', 'This import was undone.')]),
    ...(isRunning
      ? [reason('import_running', 'Articles still come in. Wait for them, or cancel it.')]
      : []),
  ]);

const outcomes: Readonly<Record<string, string>> = {
  edited: 'Somebody has worked on it since',
  protected_mention: 'A protected name is in it',
  possible_protected_mention: 'A protected name may be in it',
  standfirst_missing: 'It has no standfirst',
  topic_missing: 'It has no topic',
  byline_missing: 'It names no author',
  body_missing: 'It has no text',
  headline_missing: 'It has no headline',
};

/** Why an article was left out, in a sentence without its full stop. */
export const importOutcomeSentence = (outcome: string): string =>
  outcomes[outcome] ?? 'It may not go out as it is. Its article says why';
