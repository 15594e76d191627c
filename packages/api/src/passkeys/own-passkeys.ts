import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  deletePasskey,
  insertPasskey,
  listCredentialIds,
  listPasskeys,
  type PasskeyListItem,
} from '@viewpoints/db/editorial/passkeys';
import { reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { lockCaller } from '../accounts/lock-caller.ts';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { notFound, ProblemError } from '../problem.ts';
import {
  newChallenge,
  relyingParty,
  supportedAlgorithmIDs,
  takeChallenge,
} from './passkey-challenges.ts';
import type { AddPasskey } from './passkey-inputs.ts';

/** Most passkeys of one account. */
export const MAX_PASSKEYS = 20;

/** Options for the browser to create a passkey for this account. */
export async function beginPasskey(ctx: OwnSessionContext) {
  const { editorial, account, instance } = ctx;
  const challenge = await runCommand(ctx, async (command) => {
    await record(command, 'account.begin_passkey', ['account', account.id]);
    return newChallenge(command.tx, { accountId: account.id, at: command.at });
  });
  const known = await listCredentialIds(editorial, account.id);
  return generateRegistrationOptions({
    rpName: (await getJournal(editorial)).name || 'Viewpoints',
    rpID: relyingParty(instance).rpID,
    userName: account.email,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    supportedAlgorithmIDs,
    // The model of the device is private.
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    // Found on the device without a name, and only with its own check of who holds it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Stores a passkey that a device created for this account. */
export async function addPasskey(
  ctx: OwnSessionContext,
  { name, credential }: z.output<typeof AddPasskey>,
): Promise<PasskeyListItem> {
  const { account } = ctx;
  const made = await verifyNew(ctx, credential);
  return runCommand(ctx, async (command) => {
    await lockCaller(command);
    const { tx, at } = command;
    const own = await listPasskeys(tx, account.id);
    if (own.length >= MAX_PASSKEYS)
      throw new ProblemError('refused', [
        reason('too_many_passkeys', `Remove one first: ${MAX_PASSKEYS} are the most.`),
      ]);
    const id = newId();
    const isNew = await insertPasskey(tx, {
      ...{ id, accountId: account.id, name, credentialId: made.id },
      ...{ publicKey: new Uint8Array(made.publicKey), counter: made.counter, at },
    });
    if (!isNew)
      throw new ProblemError('already_exists', [
        reason('passkey_known', 'This passkey is in use already.'),
      ]);
    await sendSecurityNotice(tx, account, { kind: 'passkey_added' }, at);
    await record(command, 'account.add_passkey', ['account', account.id], {
      passkeyId: id,
    });
    return { id, name, createdAt: at.toISOString(), lastUsedAt: null };
  });
}

async function verifyNew(
  ctx: OwnSessionContext,
  credential: z.output<typeof AddPasskey>['credential'],
): Promise<WebAuthnCredential> {
  const { editorial, account, instance } = ctx;
  const at = await momentOf(ctx);
  const { rpID, origin } = relyingParty(instance);
  const result = await verifyRegistrationResponse({
    response: { ...credential, clientExtensionResults: {} },
    expectedChallenge: (challenge) =>
      takeChallenge(editorial, { challenge, accountId: account.id, at }),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => null);
  if (!result?.verified)
    throw new ProblemError('refused', [
      reason('passkey_refused', 'The passkey could not be checked. Try again, or another device.'),
    ]);
  return result.registrationInfo.credential;
}

/** Removes a passkey: it can no longer be used to sign in. */
export function removePasskey(ctx: OwnSessionContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    const { account } = ctx;
    await lockCaller(command);
    const { tx, at } = command;
    if (!(await deletePasskey(tx, { id, accountId: account.id }))) throw notFound('passkey');
    await sendSecurityNotice(tx, account, { kind: 'passkey_removed' }, at);
    await record(command, 'account.remove_passkey', ['account', account.id], { passkeyId: id });
    return { id };
  });
}
