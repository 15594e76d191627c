import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { readSettings } from '../env.ts';
import type { Me } from './me.ts';

/**
 * The account that requests this page, from the API, so that the first paint knows it and its
 * roles. Signed out: redirects to sign-in, and back here after. `null`: the API cannot be reached.
 */
export async function readMe(): Promise<Me | null> {
  const cookie = (await cookies()).toString();
  const path = (await headers()).get('x-path') ?? '/';
  const toSignIn = `/sign-in${path === '/' ? '' : `?next=${encodeURIComponent(path)}`}`;
  if (cookie === '') redirect(toSignIn);
  let answer: Response;
  try {
    answer = await fetch(`${readSettings().apiUrl}/trpc/editor.me`, {
      headers: { cookie },
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    });
  } catch {
    return null;
  }
  if (answer.status === 401 || answer.status === 403) redirect(toSignIn);
  if (!answer.ok) return null;
  const body = (await answer.json()) as { result: { data: Me } };
  return body.result.data;
}
