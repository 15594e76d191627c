import {
  countImportStates,
  lockImport,
  writeConfirmation,
} from '@viewpoints/db/editorial/import-runs';
import { checkConfirmable } from '@viewpoints/domain/imports/import-run';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../../command.ts';
import { notFound, ProblemError } from '../../problem.ts';

/**
 * Has a publisher stand by the report of an import: what is ready in this moment goes out once a
 * second person signs. Can be done again until then, by whoever looks again.
 * @param given.ready how many articles were ready when it was looked at
 */
export function confirmImport(
  ctx: CommandContext,
  given: { id: string; ready: number },
): Promise<{ id: string; confirmed: number }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'import_run.confirm');
    const { tx, acting, at } = command;
    const run = await lockImport(tx, given.id);
    if (run === null) throw notFound('import');
    const { ready, waiting } = await countImportStates(tx, run.id);
    allow(checkConfirmable(run, ready + waiting));
    if (ready + waiting !== given.ready)
      throw new ProblemError('stale', [
        reason('import_moved_on', 'The articles of this import have changed: look again.', null, {
          ready: ready + waiting,
        }),
      ]);
    await writeConfirmation(tx, { runId: run.id, by: acting.id, at });
    const { waiting: confirmed } = await countImportStates(tx, run.id);
    await record(command, 'import_run.confirm', ['import', run.id], {
      ...{ source: run.source, articles: confirmed },
    });
    return { id: run.id, confirmed };
  });
}
