import type { Problem } from '../data/problem.ts';
import { authProblemOf } from './auth-problem.ts';

/**
 * Signing in and out and new passwords, at better-auth's own addresses. Each throws a `Problem`
 * in the words of this journal: the library's messages are meant for programmers.
 */

async function call(path: string, body: Record<string, unknown>): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw {
      code: 'unreachable',
      title: 'The server could not be reached.',
      reasons: [],
      next: 'Check your connection and try again.',
    } satisfies Problem;
  }
  if (answer.ok) return answer.json().catch(() => null);
  throw await authProblemOf(answer);
}

/** The first step; says whether a code has to follow (`giveCode`). */
export async function signIn(email: string, password: string): Promise<{ needsCode: boolean }> {
  const answer = await call('sign-in/email', { email, password, rememberMe: true });
  return { needsCode: (answer as { secondFactor?: boolean } | null)?.secondFactor === true };
}

/** The second step, of an account with a second factor. */
export const giveCode = (code: string) => call('second-factor', { code });

export const signOut = () => call('sign-out', {});

/** Sends a link to `/reset` where the address has an account; says nothing about whether it has. */
export const askForReset = (email: string) =>
  call('request-password-reset', { email, redirectTo: '/reset' });

export const resetPassword = (token: string, newPassword: string) =>
  call('reset-password', { token, newPassword });

export const changePassword = (currentPassword: string, newPassword: string) =>
  call('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
