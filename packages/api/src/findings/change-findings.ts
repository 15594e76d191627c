import { lockArticles } from '@viewpoints/db/editorial/articles';
import { findFinding } from '@viewpoints/db/editorial/findings';
import { type Finding, findingContentOf } from '@viewpoints/domain/findings/finding';
import { withChange } from '@viewpoints/domain/findings/findings-change';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { type ShownAttribution, wordAttributions } from '../articles/show-attributions.ts';
import { type Command, type CommandContext, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { ChangeFindings, Input } from './finding-inputs.ts';
import { saveFindingIn } from './save-finding.ts';

type Changed = {
  before: Finding;
  /** Null if it was refused. */
  after: Finding | null;
  reasons: Reason[];
};

/**
 * Sets the same in several findings, as saving each of them would: all of them, or none if one is
 * refused, and each that was refused is named.
 */
export function changeFindings(
  ctx: CommandContext,
  input: Input<typeof ChangeFindings>,
): Promise<Finding[]> {
  return runCommand(ctx, async (command) => {
    const changed = await changeEach(command, input);
    const reasons = changed.flatMap(({ before, reasons }) => refusalOf(before, reasons));
    if (reasons.length > 0) throw new ProblemError('refused', reasons);
    return changed.flatMap(({ after }) => after ?? []);
  });
}

const refusalOf = ({ id, number }: Finding, reasons: readonly Reason[]): Reason[] =>
  reasons.map(({ code, message }) =>
    reason('finding_refused', `Finding ${number}: ${message}`, 'findings', {
      findingId: id,
      code,
    }),
  );

/** The result of a change for one finding. */
export type FindingPreview = {
  id: string;
  number: number;
  proposition: string;
  /** The public attribution before and after; null if the change is refused. */
  before: ShownAttribution | null;
  after: ShownAttribution | null;
  /** Whether it has to be verified again. */
  voids: boolean;
  reasons: Reason[];
};

/** Ends the transaction of a preview, so that it is rolled back. */
class Previewed extends Error {
  override readonly name = 'Previewed';
  readonly previews: FindingPreview[];

  constructor(previews: FindingPreview[]) {
    super('The change was only previewed.');
    this.previews = previews;
  }
}

/** A preview of changing several findings: runs the change itself, and commits nothing. */
export async function previewFindings(
  ctx: CommandContext,
  input: Input<typeof ChangeFindings>,
): Promise<FindingPreview[]> {
  try {
    return await runCommand(ctx, async (command): Promise<never> => {
      const changed = await changeEach(command, input);
      throw new Previewed(await previewsOf(command, changed));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.previews;
    throw error;
  }
}

async function previewsOf(
  { tx, journal }: Command,
  changed: readonly Changed[],
): Promise<FindingPreview[]> {
  const word = (findings: Finding[]) => wordAttributions(tx, findings, journal.language);
  const before = await word(changed.map((each) => each.before));
  const after = await word(changed.flatMap((each) => each.after ?? []));
  return changed.map(({ before: was, after: is, reasons }) => ({
    ...{ id: was.id, number: was.number, proposition: was.proposition, reasons },
    before: before[was.id] ?? null,
    after: is === null ? null : (after[was.id] ?? null),
    voids: is !== null && was.verifiedAt !== null && is.verifiedAt === null,
  }));
}

/** Changes each finding under the locks of their articles; what one is refused for stops no other. */
async function changeEach(
  command: Command,
  { findings: requested, change }: Input<typeof ChangeFindings>,
): Promise<Changed[]> {
  const { tx } = command;
  const seen = new Map(requested.map((each) => [each.id, each.seen]));
  const known: Finding[] = [];
  for (const id of seen.keys()) known.push(await findExisting(command, id));
  await lockArticles(tx, [...new Set(known.map(({ articleId }) => articleId))]);
  const changed: Changed[] = [];
  for (const { id } of known) {
    const before = await findExisting(command, id);
    const content = withChange(findingContentOf(before), change);
    try {
      const after = await saveFindingIn(command, { id, seen: seen.get(id) ?? '', content });
      changed.push({ before, after, reasons: [] });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      changed.push({ before, after: null, reasons: error.reasons });
    }
  }
  return changed;
}

async function findExisting({ tx }: Command, id: string): Promise<Finding> {
  const finding = await findFinding(tx, id);
  if (finding === null) throw notFound('finding');
  return finding;
}
