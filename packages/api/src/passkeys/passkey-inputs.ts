import { boundedString, Id, line } from '@viewpoints/domain/values';
import { z } from 'zod';

const base64url = (max: number) =>
  boundedString(max).regex(/^[A-Za-z0-9_-]+$/, 'use what the browser made');

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
};

/** A new key as a browser sends it: `PublicKeyCredential.toJSON()`, as far as it is used. */
export const NewCredential = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(16_000),
  }),
});

const signature = {
  clientDataJSON: base64url(4000),
  authenticatorData: base64url(4000),
  signature: base64url(8000),
  userHandle: base64url(100).nullish(),
};

/** A signature as a browser sends it, as far as it is used. */
export const SignedCredential = z.strictObject({
  ...credential,
  response: z.strictObject(signature),
});

/** The same with whatever else the browser gives, which is left out: the sign-in page sends it whole. */
export const WholeSignedCredential = z.object({ ...credential, response: z.object(signature) });

export const PasskeyName = line(60);
export const AddPasskey = z.strictObject({ name: PasskeyName, credential: NewCredential });
export const OnePasskey = z.strictObject({ id: Id });
