import type { EditorialDatabase } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { listRedirects, type RedirectRow } from '@viewpoints/db/editorial/redirect-list';
import { findRedirectById } from '@viewpoints/db/editorial/redirects';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { ListedRedirect, Redirect } from '@viewpoints/domain/redirects/redirect';
import { listPublicAddresses } from '@viewpoints/published/query/public-addresses';
import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import { encodeCursor } from '../paging.ts';
import { notFound } from '../problem.ts';
import type { ExportRedirects, ListRedirects } from './redirect-inputs.ts';

/** A page of all redirects, each with what keeps readers from getting it. */
export async function listAllRedirects(
  editorial: EditorialDatabase,
  { cursor = null, ...request }: z.output<typeof ListRedirects>,
): Promise<PageOf<ListedRedirect>> {
  const { items, nextCursor } = await listRedirects(editorial, { ...request, cursor });
  const there = await listPublicAddresses(editorial, [
    ...new Set(items.flatMap(({ from, target }) => [from, target].filter(isOwn))),
  ]);
  return {
    items: items.map((row) => listed(row, there)),
    nextCursor: nextCursor === null ? null : encodeCursor([nextCursor.key, nextCursor.id]),
  };
}

const isOwn = (address: string): boolean => address.startsWith('/');

function listed(row: RedirectRow, there: ReadonlySet<string>): ListedRedirect {
  const { savedById, savedByName, savedAt, hidden, ...redirect } = row;
  const isEdited = row.origin === 'edited';
  return {
    ...redirect,
    savedBy: savedById === null ? null : { id: savedById, name: savedByName ?? '' },
    savedAt: savedAt === null ? null : instant(savedAt),
    notes: [
      ...(isEdited && there.has(row.from) ? (['shadowed'] as const) : []),
      ...(isOwn(row.target) && !there.has(row.target) ? (['dead_end'] as const) : []),
      ...(hidden ? (['protected'] as const) : []),
    ],
  };
}

/** A redirect that an editor wrote. */
export async function getRedirect(editorial: EditorialDatabase, id: string): Promise<Redirect> {
  const redirect = await findRedirectById(editorial, id);
  if (redirect === null) throw notFound('redirect');
  return redirect;
}

/** How many redirects one call exports; more of them are exported in several. */
export const EXPORTED_AT_ONCE = 5000;
const PAGE = 500;

/** Redirects as comma-separated values, in the form in which they can be brought in. */
export async function exportRedirects(
  editorial: EditorialDatabase,
  { cursor = null, ...filter }: z.output<typeof ExportRedirects>,
): Promise<{ csv: string; nextCursor: string | null }> {
  const rows: RedirectRow[] = [];
  let next = cursor;
  do {
    const page = await listRedirects(editorial, { ...filter, cursor: next, limit: PAGE });
    rows.push(...page.items);
    next = page.nextCursor;
  } while (next !== null && rows.length < EXPORTED_AT_ONCE);
  return {
    csv: stringify(
      rows.map(({ from, to, origin }) => [from, to, origin]),
      {
        ...{ header: cursor === null, columns: ['from', 'to', 'origin'], bom: cursor === null },
        // A value that begins like a formula is escaped, or a spreadsheet would run it.
        ...{ record_delimiter: 'windows', escape_formulas: true },
      },
    ),
    nextCursor: next === null ? null : encodeCursor([next.key, next.id]),
  };
}
