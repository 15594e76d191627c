import { passwordLength } from '@viewpoints/domain/accounts/password';
import type { Problem } from '../data/problem.ts';

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
    next: `Use at least ${passwordLength.min} characters; a sentence is easiest to remember.`,
  },
  PASSWORD_TOO_LONG: {
    title: 'This password is too long.',
    next: `Use at most ${passwordLength.max} characters.`,
  },
  WRONG_CODE: {
    title: 'This code is wrong, too old or used already.',
    next: 'Wait for the next one, or use a recovery code.',
  },
  SIGN_IN_AGAIN: {
    title: 'Too much time has passed.',
    next: 'Go back, and give your password again.',
  },
  ACCOUNT_CHANGED: {
    title: 'This account was changed meanwhile.',
    next: 'Sign in again, with the new password if there is one.',
  },
  BANNED_USER: {
    title: 'This account has been disabled.',
    next: 'Ask an admin of the journal to enable it again.',
  },
};

/** "45 seconds", "2 minutes": how long the user has to wait. */
function waitIn(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/** The problem of a refused response of `/auth`, in the words of this journal. */
export async function authProblemOf(answer: Response): Promise<Problem> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  if (answer.status === 429) {
    return {
      code: 'too_many_requests',
      title: 'Too many tries in a short time.',
      reasons: [],
      next: `Try again in ${waitIn(Number(answer.headers.get('retry-after')) || 60)}.`,
    };
  }
  const known = said[problem.code ?? ''];
  return {
    code: problem.code ?? 'unexpected',
    title: known?.title ?? problem.title ?? 'The server did not accept this.',
    // The library's own reasons are meant for programmers.
    reasons: [],
    next: known?.next ?? problem.next ?? 'Try again in a moment.',
  };
}
