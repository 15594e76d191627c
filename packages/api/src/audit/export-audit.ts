import type { AuditFilter } from '@viewpoints/db/editorial/audit-records';
import type { Cursor } from '@viewpoints/db/editorial/page';
import { auditSentence } from '@viewpoints/domain/audit/audit-sentences';
import { stringify } from 'csv-stringify/sync';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { momentOf } from '../moment.ts';
import { encodeCursor } from '../paging.ts';
import { listAudit, type NamedAuditRecord } from './list-audit.ts';

/** How many records one call has; a longer record is exported in several. */
export const EXPORTED_AT_ONCE = 2000;
const PAGE = 500;

const columns = ['time', 'person', 'sentence', 'action', 'kind', 'id', 'details'];

/**
 * The record as comma-separated values, newest first, with what the screen shows to the same
 * person. Each export is recorded itself.
 */
export async function exportAudit(
  ctx: CommandContext & { account: NonNullable<CommandContext['account']> },
  { cursor, ...filter }: AuditFilter & { cursor: Cursor | null },
): Promise<{ csv: string; nextCursor: string | null }> {
  const { editorial, account } = ctx;
  if (cursor === null)
    await runCommand(ctx, async (command) => {
      permit(command, 'audit.export');
      await record(command, 'audit.export', ['account', account.id]);
    });
  const now = await momentOf(ctx);
  const records: NamedAuditRecord[] = [];
  let next: Cursor | null = cursor;
  do {
    const page = await listAudit(editorial, account, { ...filter, cursor: next, limit: PAGE, now });
    records.push(...page.items);
    next = page.nextCursor;
  } while (next !== null && records.length < EXPORTED_AT_ONCE);
  return {
    csv: stringify(records.map(rowOf), {
      header: cursor === null,
      columns,
      bom: cursor === null,
      record_delimiter: 'windows',
      // A value that begins like a formula is escaped, or a spreadsheet would run it.
      escape_formulas: true,
    }),
    nextCursor: next === null ? null : encodeCursor([next.key, next.id]),
  };
}

const rowOf = (record: NamedAuditRecord): string[] => [
  record.at,
  record.by?.name ?? '',
  auditSentence({ ...record, by: record.by?.name ?? null, subject: record.subjectName }),
  record.action,
  record.subjectKind,
  record.subjectId,
  JSON.stringify(record.details),
];
