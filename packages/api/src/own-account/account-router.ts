import { findTimeZone } from '@viewpoints/db/editorial/accounts';
import { findEmailChange } from '@viewpoints/db/editorial/email-changes';
import { listPasskeys } from '@viewpoints/db/editorial/passkeys';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';
import { momentOf } from '../moment.ts';
import { addPasskey, beginPasskey, removePasskey } from '../passkeys/own-passkeys.ts';
import { AddPasskey, OnePasskey } from '../passkeys/passkey-inputs.ts';
import {
  AppCode,
  beginSecondFactor,
  renewRecoveryCodes,
  showSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '../second-factor/own-second-factor.ts';
import { freshSessionProcedure, ownSessionProcedure, router } from '../trpc.ts';
import { OwnProfile, saveProfile } from './change-profile.ts';
import { ConfirmIdentity, confirmIdentity } from './confirm-identity.ts';
import { endOwnOtherSessions, endOwnSession, listOwnSessions } from './own-sessions.ts';
import {
  cancelEmailChange,
  RequestEmailChange,
  requestEmailChange,
} from './request-email-change.ts';

/** Procedures for the user's own account, in any role. */
export const accountRouter = router({
  get: ownSessionProcedure.query(async ({ ctx }) => {
    const { id, name, email } = ctx.account;
    const timeZone = await findTimeZone(ctx.editorial, id);
    return {
      ...{ name, email, timeZone, secondFactor: await showSecondFactor(ctx) },
      /** The address that waits to be confirmed. */
      pendingEmail: await findEmailChange(ctx.editorial, id, await momentOf(ctx)),
      /** Whether a mail server is set; without one, messages are stored as files on the server. */
      sendsMail: ctx.instance.smtpUrl !== null,
    };
  }),
  saveProfile: ownSessionProcedure
    .input(OwnProfile)
    .mutation(({ ctx, input }) => saveProfile(ctx, input)),
  /** Changes nothing until the new address is confirmed: see `emailChanges.confirm`. */
  requestEmailChange: freshSessionProcedure
    .input(RequestEmailChange)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),
  cancelEmailChange: ownSessionProcedure.mutation(({ ctx }) => cancelEmailChange(ctx)),
  /** By a password or a code; what needs fresh authentication can be done for a while after. */
  confirm: ownSessionProcedure
    .input(ConfirmIdentity)
    .mutation(({ ctx, input }) => confirmIdentity(ctx, input)),
  sessions: router({
    list: ownSessionProcedure.query(({ ctx }) => listOwnSessions(ctx)),
    end: ownSessionProcedure
      .input(z.strictObject({ id: Id }))
      .mutation(({ ctx, input }) => endOwnSession(ctx, input.id)),
    endOthers: ownSessionProcedure.mutation(({ ctx }) => endOwnOtherSessions(ctx)),
  }),
  passkeys: router({
    list: ownSessionProcedure.query(({ ctx }) => listPasskeys(ctx.editorial, ctx.account.id)),
    begin: freshSessionProcedure.mutation(({ ctx }) => beginPasskey(ctx)),
    add: freshSessionProcedure
      .input(AddPasskey)
      .mutation(({ ctx, input }) => addPasskey(ctx, input)),
    remove: freshSessionProcedure
      .input(OnePasskey)
      .mutation(({ ctx, input }) => removePasskey(ctx, input.id)),
  }),
  secondFactor: router({
    begin: freshSessionProcedure.mutation(({ ctx }) => beginSecondFactor(ctx)),
    turnOn: freshSessionProcedure
      .input(AppCode)
      .mutation(({ ctx, input }) => turnOnSecondFactor(ctx, input)),
    turnOff: freshSessionProcedure.mutation(({ ctx }) => turnOffSecondFactor(ctx)),
    renewRecoveryCodes: freshSessionProcedure.mutation(({ ctx }) => renewRecoveryCodes(ctx)),
  }),
});
