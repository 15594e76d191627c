import type { Problem } from '../data/problem.ts';

/**
 * Signing in and out and new passwords, at better-auth's own addresses. Each throws a `Problem`
 * in the words of this journal: the library's messages are meant for programmers.
 */

const said: Record<string, Pick<Problem, 'title' | 'next'>> = {
  INVALID_EMAIL_OR_PASSWORD: {
    title: 'E-mail address and password do not match.',
    next: 'Check both. If you have forgotten the password, ask for a link to set a new one.',
  },
  INVALID_EMAIL: { title: 'This is not an e-mail address.', next: 'Check it for a missing part.' },
  INVALID_PASSWORD: { title: 'The current password is not right.', next: 'Type it again.' },
  INVALID_TOKEN: {
    title: 'This link can no longer be used.',
    next: 'Links work once and for an hour. Ask for a new one.',
  },
  PASSWORD_TOO_SHORT: {
    title: 'This password is too short.',
    next: 'Use at least 10 characters; a sentence is easiest to remember.',
  },
  PASSWORD_TOO_LONG: { title: 'This password is too long.', next: 'Use at most 128 characters.' },
  WRONG_CODE: {
    title: 'This code is wrong, too old or used already.',
    next: 'Wait for the next one, or use a recovery code.',
  },
  SIGN_IN_AGAIN: {
    title: 'Too much time has passed.',
    next: 'Go back, and give your password again.',
  },
  BANNED_USER: {
    title: 'This account has been disabled.',
    next: 'Ask an admin of the journal to enable it again.',
  },
};

/** "45 seconds", "2 minutes": how long somebody has to wait. */
function waitIn(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

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
  const told = (await answer.json().catch(() => ({}))) as Partial<Problem> & { message?: string };
  const known = said[told.code ?? ''];
  if (answer.status === 429) {
    throw {
      code: 'too_many_requests',
      title: 'Too many tries in a short time.',
      reasons: [],
      next: `Try again in ${waitIn(Number(answer.headers.get('retry-after')) || 60)}.`,
    } satisfies Problem;
  }
  throw {
    code: told.code ?? 'unexpected',
    title: known?.title ?? told.title ?? 'The server did not accept this.',
    // The library's own reasons are meant for programmers.
    reasons: [],
    next: known?.next ?? told.next ?? 'Try again in a moment.',
  } satisfies Problem;
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
