import { viewpoints } from '../data/viewpoints.ts';
import type { auditRequest } from './audit-filters.ts';

/** Reads the whole record under a filter and saves it as a file in the browser. */
export async function exportAudit(request: ReturnType<typeof auditRequest>): Promise<void> {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    const part: { csv: string; nextCursor: string | null } =
      await viewpoints.editor.audit.export.mutate({ ...request, ...(cursor ? { cursor } : {}) });
    parts.push(part.csv);
    cursor = part.nextCursor;
  } while (cursor !== null);
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `audit-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  // A browser may begin to read it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
