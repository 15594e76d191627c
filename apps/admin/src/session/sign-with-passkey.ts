import type { Problem } from '../data/problem.ts';
import type { viewpoints } from '../data/viewpoints.ts';
import { authProblemOf } from './auth-problem.ts';

type Signed = Extract<
  Parameters<typeof viewpoints.editor.account.confirm.mutate>[0],
  { credential: unknown }
>;

/** Whether this browser can use a passkey; others give the password or a code. */
export const canSign = (): boolean =>
  'PublicKeyCredential' in window &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function';

/** Has the browser sign with a passkey of its user's choice. */
export async function signWithPasskey(): Promise<Signed> {
  const answer = await fetch('/auth/passkey/options', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw await authProblemOf(answer);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
  const made = await navigator.credentials.get({ publicKey }).catch(() => null);
  if (made === null)
    throw {
      code: 'no_passkey',
      title: 'No passkey was used.',
      next: 'Try again, or give your password or a code.',
      reasons: [],
    } satisfies Problem;
  const { id, rawId, response } = (
    made as PublicKeyCredential
  ).toJSON() as AuthenticationResponseJSON;
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    credential: {
      ...{ id, rawId, type: 'public-key' },
      response: {
        ...{ clientDataJSON, authenticatorData, signature },
        ...(userHandle === undefined ? {} : { userHandle }),
      },
    },
  };
}
