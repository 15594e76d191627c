import {
  countImportStates,
  findShownImport,
  listShownImports,
  listShownItems,
} from '@viewpoints/db/editorial/import-runs';
import { isBeingImported } from '@viewpoints/db/editorial/import-uploads';
import { can } from '@viewpoints/domain/accounts/permissions';
import {
  checkConfirmable,
  checkSignable,
  checkUndoable,
  ImportItemState,
} from '@viewpoints/domain/imports/import-run';
import { Id, Instant } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byName, byTime, page, request } from '../../paging.ts';
import { notFound } from '../../problem.ts';
import { mayKnowSources } from '../../publishing/redact-reasons.ts';
import { permitted, router } from '../../trpc.ts';
import { confirmImport } from './confirm-import.ts';
import { requestUndo } from './request-undo.ts';
import { signImport } from './sign-import.ts';

const OneImport = z.strictObject({ id: Id });

/** Imports of the past of a journal, and how what was public before is published by two people. */
export const importsRouter = router({
  list: permitted('import_run.list')
    .input(byTime)
    .query(async ({ ctx: { editorial }, input }) =>
      page(await listShownImports(editorial, request(input))),
    ),
  byId: permitted('import_run.list')
    .input(OneImport)
    .query(async ({ ctx: { editorial, account }, input: { id } }) => {
      const found = await findShownImport(editorial, id);
      if (found === null) throw notFound('import');
      const counts = await countImportStates(editorial, id);
      const may = (action: 'import_run.confirm' | 'import_run.sign' | 'import_run.undo') =>
        can(account, action, null, { fourEyes: true });
      const confirm = may('import_run.confirm');
      const sign = may('import_run.sign');
      const undo = may('import_run.undo');
      const isRunning = await isBeingImported(editorial, id);
      return {
        ...found,
        counts,
        permissions: {
          confirm: confirm.ok
            ? checkConfirmable(found.run, counts.ready + counts.waiting)
            : confirm,
          sign: sign.ok ? checkSignable(found.run, account.id) : sign,
          undo: undo.ok ? checkUndoable(found.run, { isRunning }) : undo,
        },
      };
    }),
  items: permitted('import_run.list')
    .input(byName.extend({ id: Id, state: ImportItemState.nullish() }))
    .query(async ({ ctx: { editorial, account }, input }) => {
      const { id: runId, state = null } = input;
      const found = page(await listShownItems(editorial, { ...request(input), runId, state }));
      if (mayKnowSources(account)) return found;
      // That a name was found says that it is one.
      const items = found.items.map((item) =>
        item.state === 'refused' ? { ...item, outcome: 'refused' } : item,
      );
      return { ...found, items };
    }),
  confirm: permitted('import_run.confirm')
    .input(OneImport.extend({ ready: z.int().min(1).max(10_000_000) }))
    .mutation(({ ctx, input }) => confirmImport(ctx, input)),
  sign: permitted('import_run.sign')
    .input(OneImport.extend({ confirmedAt: Instant }))
    .mutation(({ ctx, input }) => signImport(ctx, input)),
  undo: permitted('import_run.undo')
    .input(OneImport)
    .mutation(({ ctx, input }) => requestUndo(ctx, input)),
});
