import { connectEditorial } from '@viewpoints/db/client';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { journalSubject } from './load-rows.ts';

/** Records in the audit that an operator made an export, and of what. */
export async function recordExport(
  databaseUrl: string,
  details: { scope: 'whole' | 'public'; encrypted: boolean },
): Promise<void> {
  const editorial = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    await insertAuditRecord(editorial, {
      ...{ at: new Date().toISOString(), by: null, action: 'settings.export_journal' },
      ...{ subjectKind: 'journal', subjectId: journalSubject, details },
    });
  } finally {
    await editorial.$disconnect();
  }
}
