import { asTheme } from '../../shell/theme.ts';
import { signInScript } from './sign-in-script.ts';
import { signInStyle } from './sign-in-style.ts';

export type SignInPage = {
  journalName: string;
  theme: string | undefined;
  nonce: string;
  /** The next page; a path of this admin. */
  next: string;
  step: 'password' | 'code';
  email?: string;
  problem?: { title: string; next: string | null };
};

/** The path of the page's form. Under `/auth`, to which the browser's device cookie is sent. */
export const signInAction = '/auth/sign-in/form';

/**
 * The sign-in page, as a plain form: it is the first page that users see, often on a phone, and needs no
 * script. A script of a few lines adds a button for passkeys, if the browser supports them.
 */
export function renderSignInPage(page: SignInPage): string {
  const theme = asTheme(page.theme);
  const title = page.step === 'code' ? 'Give a code' : 'Sign in';
  return `<!doctype html>
<html lang="en-GB"${theme === 'system' ? '' : ` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f3f5f7">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#12151b">
<title>${title} · Viewpoints</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${escapeHtml(page.nonce)}">${signInStyle}</style>
</head>
<body>
<main>
<p class="journal" dir="auto">${escapeHtml(page.journalName)}</p>
<div class="card">
<h1>${title}</h1>
${problemOf(page)}<form method="post" action="${signInAction}">
<input type="hidden" name="next" value="${escapeHtml(page.next)}">
<input type="hidden" name="step" value="${page.step}">
${page.step === 'code' ? codeFields() : passwordFields(page)}
</form>
<p class="foot">${footOf(page)}</p>
</div>
</main>
${page.step === 'password' ? passkeyScript(page) : ''}</body>
</html>
`;
}

const problemOf = ({ problem }: SignInPage): string =>
  problem === undefined
    ? ''
    : `<div role="alert"><p><strong>${escapeHtml(problem.title)}</strong></p>${
        problem.next === null ? '' : `<p>${escapeHtml(problem.next)}</p>`
      }</div>\n`;

function passwordFields({ email = '' }: SignInPage): string {
  const [first, second] = email === '' ? [' autofocus', ''] : ['', ' autofocus'];
  return `<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="254" dir="ltr" value="${escapeHtml(email)}"${first}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="128" dir="ltr"${second}>
<button type="submit">Sign in</button>
<button type="button" id="passkey" class="second" hidden>Use a passkey</button>
<p id="passkey-problem" class="problem" role="alert" hidden></p>`;
}

/** Has a device sign a challenge, sends that to the API, and goes on to the requested page. */
const passkeyScript = ({
  nonce,
}: SignInPage) => `<script nonce="${escapeHtml(nonce)}">${signInScript}</script>
`;

const codeFields = () => `<label for="code">Code</label>
<input id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required maxlength="40" dir="ltr" aria-describedby="code-hint" autofocus>
<p id="code-hint" class="hint">The six digits that your app shows, or a recovery code.</p>
<button type="submit">Confirm</button>`;

const footOf = ({ step, next }: SignInPage): string =>
  step === 'code'
    ? `<a href="${escapeHtml(signInAddress({ next }))}">Back</a>`
    : '<a href="/forgot">Forgotten password?</a>';

/** The address of the page, at the step and with the way back that are meant. */
export function signInAddress({ next, step }: { next: string; step?: 'code' }): string {
  const query = new URLSearchParams({
    ...(step === undefined ? {} : { step }),
    ...(next === '/' ? {} : { next }),
  }).toString();
  return query === '' ? '/sign-in' : `/sign-in?${query}`;
}

const entities: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};
const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
