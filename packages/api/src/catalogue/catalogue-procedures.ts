import type { CatalogueTable, Entry } from '@viewpoints/db/editorial/catalogue-table';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { z } from 'zod';
import { page, request } from '../paging.ts';
import { notFound } from '../problem.ts';
import { permitted } from '../trpc.ts';
import { createEntry } from './create-entry.ts';
import { ListEntries, OneEntry, saveOf } from './entry-inputs.ts';
import { removeEntry } from './remove-entry.ts';
import { saveEntry } from './save-entry.ts';

/**
 * Editors' procedures for one kind of named entry: its list by name, one entry, and creating, saving and
 * removing one. `shownTo` returns the part of an entry that an account may read; by default all of it.
 */
export function catalogueProcedures<Content extends object, Given, Stored extends Entry>(
  table: CatalogueTable<Content, Stored>,
  content: z.ZodType<Content, Given>,
  shownTo: (account: Principal, entry: Stored) => Stored = (_, entry) => entry,
) {
  const { kind } = table;
  return {
    list: permitted(`${kind}.list`)
      .input(ListEntries)
      .query(async ({ ctx, input }) => {
        const { items, ...more } = page(await table.list(ctx.editorial, request(input)));
        return { items: items.map((entry) => shownTo(ctx.account, entry)), ...more };
      }),
    get: permitted(`${kind}.list`)
      .input(OneEntry)
      .query(async ({ ctx, input }) => {
        const entry = await table.find(ctx.editorial, input.id);
        if (entry === null) throw notFound(kind);
        return shownTo(ctx.account, entry);
      }),
    create: permitted(`${kind}.create`)
      // tRPC can infer the type of a generic content only inside an object.
      .input(content.transform((entered) => ({ content: entered })))
      .mutation(({ ctx, input }) => createEntry(ctx, table, input.content)),
    save: permitted(`${kind}.edit`)
      .input(saveOf(content))
      .mutation(({ ctx, input }) => saveEntry(ctx, table, input)),
    remove: permitted(`${kind}.remove`)
      .input(OneEntry)
      .mutation(({ ctx, input }) => removeEntry(ctx, table, input.id)),
  };
}
