import {
  emailChangesRouter,
  invitationsRouter,
  setupRouter,
} from './accounts/public-auth-routers.ts';
import { editorRouter } from './editor-router.ts';
import { readerProcedures } from './reader-router.ts';
import { router } from './trpc.ts';

/** Everything there is to call: public reads at the root, editors' calls, and the doors to an account. */
export const appRouter = router({
  ...readerProcedures,
  editor: editorRouter,
  setup: setupRouter,
  invitations: invitationsRouter,
  emailChanges: emailChangesRouter,
});

export type AppRouter = typeof appRouter;
