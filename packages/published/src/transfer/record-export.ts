import { connectEditorial } from '@viewpoints/db/client';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import type { installationActs } from './exported-models.ts';
import { journalSubject } from './load-rows.ts';

/** Records in the audit that an operator made an export, and of what. */
export function recordExport(
  databaseUrl: string,
  details: { scope: 'whole' | 'public'; encrypted: boolean },
): Promise<void> {
  return recordAct(databaseUrl, 'settings.export_journal', details);
}

/** Records in the audit that an operator made a backup. */
export function recordBackup(databaseUrl: string, details: { encrypted: boolean }): Promise<void> {
  return recordAct(databaseUrl, 'settings.back_up', details);
}

async function recordAct(
  databaseUrl: string,
  action: (typeof installationActs)[number],
  details: Record<string, string | boolean>,
): Promise<void> {
  const editorial = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    await insertAuditRecord(editorial, {
      ...{ at: new Date().toISOString(), by: null, action },
      ...{ subjectKind: 'journal', subjectId: journalSubject, details },
    });
  } finally {
    await editorial.$disconnect();
  }
}
