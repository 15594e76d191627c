import type { Transaction } from '@viewpoints/db/client';
import { lockArticles } from '@viewpoints/db/editorial/articles';
import { findFinding } from '@viewpoints/db/editorial/findings';
import { findingSubject } from '@viewpoints/domain/accounts/permissions';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { checkUndo, withUndo } from '@viewpoints/domain/findings/findings-change';
import type { Reason } from '@viewpoints/domain/refusal';
import { allow, type Command, type CommandContext, permit, runCommand } from '../command.ts';
import { notFound, problemOf } from '../problem.ts';
import type { Input, UndoFindings } from './finding-inputs.ts';
import { saveFindingIn } from './save-finding.ts';

/** What Undo did: the findings that it restored, and those it left as they are, with why. */
export type UndoneFindings = {
  undone: string[];
  leftOut: { id: string; number: number; reasons: Reason[] }[];
};

/**
 * Restores what several findings said before a change of many, as saving each would. Each that
 * somebody changed, verified or closed since stays as it is and is named; the others are restored. A
 * verification that the change ended does not come back: it was of a finding at a moment, and a person
 * gives it.
 */
export function undoFindings(
  ctx: CommandContext,
  { findings }: Input<typeof UndoFindings>,
): Promise<UndoneFindings> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const undos = new Map(findings.map(({ id, ...undo }) => [id, undo]));
    const known = [];
    for (const id of undos.keys()) known.push(await findExisting(command, id));
    await lockArticles(tx, [...new Set(known.map(({ articleId }) => articleId))]);
    const result: UndoneFindings = { undone: [], leftOut: [] };
    for (const [id, undo] of undos) {
      const finding = await findExisting(command, id);
      const refused = await refusalOf(tx, async () => {
        permit(command, 'finding.edit', findingSubject(finding));
        allow(checkUndo(finding, undo));
        const content = withUndo(findingContentOf(finding), undo);
        await saveFindingIn(command, { id, seen: finding.updatedAt, content });
      });
      if (refused === null) result.undone.push(id);
      else result.leftOut.push({ id, number: finding.number, reasons: refused });
    }
    return result;
  });
}

async function findExisting({ tx }: Command, id: string) {
  const finding = await findFinding(tx, id);
  if (finding === null) throw notFound('finding');
  return finding;
}

/** Problems that concern one finding. Anything else ends the command. */
const ofOneFinding = new Set(['refused', 'stale', 'not_permitted', 'not_found', 'invalid_input']);

/** Runs a step of a transaction; takes back what it wrote and returns the reasons if it is refused. */
async function refusalOf(tx: Transaction, step: () => Promise<void>): Promise<Reason[] | null> {
  await tx.$executeRaw`savepoint one_finding`;
  try {
    await step();
    await tx.$executeRaw`release savepoint one_finding`;
    return null;
  } catch (error) {
    const { code, reasons } = problemOf(error);
    if (!ofOneFinding.has(code)) throw error;
    await tx.$executeRaw`rollback to savepoint one_finding`;
    return reasons;
  }
}
