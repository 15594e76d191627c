import { formerKey, hasFormerDatabase } from './former-drafts.ts';

/** Moves drafts of earlier versions to an account. The script for it is loaded where there are any. */
export async function adoptOldDrafts(accountId: string): Promise<void> {
  const hasFindings = Object.keys(localStorage).some((key) => formerKey.test(key));
  if (!hasFindings && !(await hasFormerDatabase())) return;
  const { migrateOldDrafts } = await import('./migrate-old-drafts.ts');
  await migrateOldDrafts(accountId);
}
