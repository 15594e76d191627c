import {
  countUnread,
  listNotifications,
  markRead,
  notificationFilterInputs,
} from '@viewpoints/db/editorial/notification-list';
import {
  findNotificationSettings,
  writeNotificationSettings,
} from '@viewpoints/db/editorial/notifications';
import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import { NotificationSettings } from '@viewpoints/domain/notifications/notification';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { record, runCommand } from '../command.ts';
import { momentOf } from '../moment.ts';
import { inOrder, orderedPage, orderedRequest } from '../paging.ts';
import { ownSessionProcedure, router } from '../trpc.ts';

/** Left out, all are meant. */
const MarkRead = z.strictObject({
  ids: z.array(Id).max(100).optional(),
  articleId: Id.optional(),
});

/** An account's own notifications and their settings, whatever its roles. */
export const notificationsRouter = router({
  list: ownSessionProcedure
    .input(inOrder(TimeOrder).extend(notificationFilterInputs))
    .query(async ({ ctx: { editorial, account }, input }) => {
      const listing = orderedRequest(input);
      return orderedPage(await listNotifications(editorial, account.id, listing), listing);
    }),
  unread: ownSessionProcedure.query(({ ctx }) => countUnread(ctx.editorial, ctx.account.id)),
  /** Not recorded in the audit: what users have read is private. */
  markRead: ownSessionProcedure
    .input(MarkRead)
    .mutation(async ({ ctx, input: { ids, articleId } }) => {
      const at = await momentOf(ctx);
      await markRead(ctx.editorial, ctx.account.id, {
        ...(ids === undefined ? {} : { ids }),
        ...(articleId === undefined ? {} : { articleId }),
        at,
      });
    }),
  settings: ownSessionProcedure.query(({ ctx }) =>
    findNotificationSettings(ctx.editorial, ctx.account.id),
  ),
  saveSettings: ownSessionProcedure.input(NotificationSettings).mutation(({ ctx, input }) =>
    runCommand(ctx, async (command) => {
      await writeNotificationSettings(command.tx, ctx.account.id, input);
      await record(command, 'account.save_notifications', ['account', ctx.account.id]);
    }),
  ),
});
