import type { RedirectOrigin } from '@viewpoints/domain/redirects/redirect';
import { viewpoints } from '../data/viewpoints.ts';

/** Reads the whole list under a filter and saves it as a file in the browser. */
export async function exportRedirects(filter: {
  q?: string;
  origin?: RedirectOrigin;
}): Promise<void> {
  const parts: string[] = [];
  let cursor: string | null = null;
  do {
    const part: { csv: string; nextCursor: string | null } =
      await viewpoints.editor.redirects.export.query({ ...filter, ...(cursor ? { cursor } : {}) });
    parts.push(part.csv);
    cursor = part.nextCursor;
  } while (cursor !== null);
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `redirects-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  // A browser may begin to read it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
