import type { IncomingMessage, ServerResponse } from 'node:http';
import { safeNext } from '../../auth/safe-next.ts';
import { authProblemOf } from '../../session/auth-problem.ts';
import { readJournalName } from '../../session/read-journal-name.ts';
import { THEME_COOKIE } from '../../shell/theme.ts';
import { readForm } from './read-form.ts';
import { renderSignInPage, type SignInPage, signInAction, signInAddress } from './sign-in-page.ts';

type Step = Pick<SignInPage, 'step' | 'next' | 'email' | 'problem'>;

/** Whether a request is for the page to sign in at, or is its form. */
export function isForSignIn(method: string, path: string): boolean {
  if (path === signInAction) return method === 'POST';
  return path === '/sign-in' && (method === 'GET' || method === 'HEAD');
}

/**
 * Serves the sign-in page and handles its form. The form is passed to the API as the same calls
 * that a script would make, with the browser's headers: the API judges origin, cookies and network.
 */
export function createSignIn(apiUrl: string) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    nonce: string,
  ): Promise<void> => {
    if (request.method !== 'POST') {
      const query = new URL(request.url ?? '/', 'http://admin').searchParams;
      const step = query.get('step') === 'code' ? 'code' : 'password';
      return send(200, { step, next: safeNext(query.get('next')) });
    }
    const form = await readForm(request);
    if (form === null) return send(400, { step: 'password', next: '/', problem: unreadable });
    const next = safeNext(form.get('next'));
    const email = (form.get('email') ?? '').trim();
    const step: Step =
      form.get('step') === 'code' ? { step: 'code', next } : { step: 'password', next, email };
    const answer = await callApi(
      step.step === 'code' ? 'second-factor' : 'sign-in/email',
      step.step === 'code'
        ? { code: form.get('code') ?? '' }
        : { email, password: form.get('password') ?? '', rememberMe: true },
    );
    if (answer === null) return send(502, { ...step, problem: unreachable });
    const cookies = answer.headers.getSetCookie();
    if (!answer.ok) {
      const problem = await authProblemOf(answer);
      const fromStart = problem.code === 'SIGN_IN_AGAIN' || problem.code === 'ACCOUNT_CHANGED';
      const again: Step = fromStart ? { ...step, step: 'password' } : step;
      return send(answer.status, { ...again, problem }, cookies);
    }
    const body = (await answer.json().catch(() => null)) as { secondFactor?: boolean } | null;
    const address = body?.secondFactor ? signInAddress({ next, step: 'code' }) : next;
    response.writeHead(303, {
      ...{ location: address, 'cache-control': 'no-store' },
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    });
    response.end();

    async function callApi(path: string, body: object): Promise<Response | null> {
      const { origin, cookie, 'user-agent': userAgent } = request.headers;
      const forwarded = [request.headers['x-forwarded-for'], request.socket.remoteAddress];
      try {
        return await fetch(`${apiUrl}/auth/${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': forwarded.filter(Boolean).join(', '),
            ...(origin === undefined ? {} : { origin }),
            ...(cookie === undefined ? {} : { cookie }),
            ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(60_000),
        });
      } catch {
        return null;
      }
    }

    async function send(status: number, page: Step, cookies: string[] = []): Promise<void> {
      const theme = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(\\w+)`).exec(
        request.headers.cookie ?? '',
      )?.[1];
      const html = renderSignInPage({
        ...page,
        theme,
        nonce,
        journalName: await readJournalName(),
      });
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-length': Buffer.byteLength(html),
        'cache-control': 'no-store',
        ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
      });
      response.end(request.method === 'HEAD' ? undefined : html);
    }
  };
}

const unreadable = {
  title: 'The form could not be read.',
  next: 'Fill it in again.',
};
const unreachable = {
  title: 'The server could not be reached.',
  next: 'Try again in a moment.',
};
