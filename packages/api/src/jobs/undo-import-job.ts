import { findAccount } from '@viewpoints/db/editorial/accounts';
import { undoImport } from '../import/core/undo-import.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/**
 * Undoes an import in the name of who asked for it. One that is killed and run again goes on: what was
 * removed by then is no longer of the import.
 */
export async function undoImportJob(
  context: JobContext,
  { runId, accountId }: { runId: string; accountId: string },
): Promise<void> {
  const account = await findAccount(context.editorial, accountId);
  if (account === null || account.disabledAt !== null) return;
  await undoImport({ ...asSystem(context), account }, runId);
}
