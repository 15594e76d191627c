import { periodAt, totpCode } from '@viewpoints/api/second-factor/totp';
import { createViewpoints } from '@viewpoints/client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, launchBrowser } from '../support/browser.ts';
import { type AdminFixture, startAdmin } from './admin-fixture.ts';

const OWNER = { name: 'Orla Quist', email: 'orla@journal.example', password: 'a quiet harbour' };
const EDITOR = { name: 'Edda Marsh', email: 'edda@journal.example', password: 'slow tide rising' };

let fixture: AdminFixture;
let browser: Browser;

beforeAll(async () => {
  [fixture, browser] = await Promise.all([startAdmin(), launchBrowser()]);
  // The first account: the other journeys begin where this one ends.
  const page = await open(await newContext(), fixture.setupUrl);
  await makeAccount(page, OWNER, 'Create account');
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await fixture?.stop();
});

const newContext = () => browser.newContext({ viewport: DESK });

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(address, fixture.adminUrl).href);
  return page;
}

async function makeAccount(
  page: Page,
  { name, email, password }: typeof OWNER,
  action: string,
): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  const address = page.getByLabel('E-mail address');
  if (await address.isEditable()) await address.fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
}

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  const address = page.getByLabel('E-mail address');
  if (await address.isEditable()) await address.fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signIn(account: typeof OWNER, address = '/'): Promise<Page> {
  const page = await open(await newContext(), address);
  await fillSignIn(page, account.email, account.password);
  // Not the navigation: a dialog that opens with the page hides it.
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  return page;
}

/** Calls a procedure as the page's own account. */
function callAs(page: Page, path: string, input: object = {}): Promise<unknown> {
  return page.evaluate(
    async ([address, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address ?? '', { method: 'POST', headers, body: body ?? '' });
      return (await answer.json()).result.data;
    },
    [`/trpc/${path}`, JSON.stringify(input)],
  );
}

/** Turns on the second factor; returns the secret of the app. */
async function turnOnSecondFactor(page: Page): Promise<string> {
  const begun = await callAs(page, 'editor.account.secondFactor.begin');
  const { secret } = begun as { secret: string };
  const code = totpCode(secret, periodAt(new Date()));
  await callAs(page, 'editor.account.secondFactor.turnOn', { code });
  return secret;
}

describe('setting up', () => {
  it('given an owner, the set-up link no longer makes one', async () => {
    const page = await open(await newContext(), fixture.setupUrl);
    await page.getByRole('heading', { name: 'This journal has an owner already' }).waitFor();
    await page.context().close();
  });
});

describe('signing in', () => {
  it('says what is wrong with a wrong password, and leads back to the requested page', async () => {
    const page = await open(await newContext(), '/articles?state=draft');
    await page.waitForURL(/\/sign-in\?next=/);
    await fillSignIn(page, OWNER.email, 'not the password');
    await page.getByRole('alert').getByText('do not match').waitFor();
    await fillSignIn(page, OWNER.email, OWNER.password);
    await page.waitForURL(/\/articles\?state=draft$/);
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor();
    await page.context().close();
  });

  it('needs no script, with a code as without, and loads 25 kB at most', async () => {
    const owner = await signIn(OWNER);
    const secret = await turnOnSecondFactor(owner);
    const context = await browser.newContext({ viewport: DESK, javaScriptEnabled: false });
    const page = await context.newPage();
    let bytes = 0;
    page.on('response', async (response) => {
      bytes += (await response.body().catch(() => Buffer.alloc(0))).length;
    });
    await page.goto(`${fixture.adminUrl}/sign-in?next=/articles%3Fstate=draft`);
    await page.waitForLoadState('networkidle');
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThan(25_000);

    await fillSignIn(page, OWNER.email, 'not the password');
    await page.getByRole('alert').getByText('do not match').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(OWNER.email);
    await fillSignIn(page, OWNER.email, OWNER.password);
    await page.waitForURL(/step=code/);
    const give = async (code: string) => {
      await page.getByLabel('Code').fill(code);
      await page.getByRole('button', { name: 'Confirm' }).click();
    };
    await give('000');
    await page.getByRole('alert').getByText('This code is wrong').waitFor();
    expect(await context.cookies()).not.toContainEqual(
      expect.objectContaining({ name: 'viewpoints.session_token' }),
    );
    // The code by which the app was set up is used: the next one comes within 30 seconds.
    await give(totpCode(secret, periodAt(new Date()) + 1));
    await page.waitForURL(/\/articles\?state=draft$/);
    expect(await context.cookies()).toContainEqual(
      expect.objectContaining({ name: 'viewpoints.session_token', httpOnly: true }),
    );
    await context.close();
    await callAs(owner, 'editor.account.secondFactor.turnOff');
    await owner.context().close();
  });

  it('by the form of another site is refused, and leads to no other site', async () => {
    const { email, password } = OWNER;
    const send = (headers: Record<string, string>, next = '/') =>
      fetch(`${fixture.adminUrl}/auth/sign-in/form`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ email, password, next, step: 'password' }),
      });
    const foreign = await send({ origin: 'http://evil.example' });
    const nameless = await send({});
    for (const answer of [foreign, nameless]) {
      expect(answer.status).toBe(403);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    const away = await send({ origin: fixture.adminUrl }, '//evil.example/');
    expect([away.status, away.headers.get('location')]).toEqual([303, '/']);
    expect(away.headers.getSetCookie().join()).toContain('viewpoints.session_token');
    expect(away.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('takes a passkey in place of the password, once it was added, and not once it is removed', async () => {
    const page = await signIn(OWNER, '/account');
    // The browser's virtual authenticator: it stores keys, and reports that it verified the user.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await page.getByRole('button', { name: 'Add passkey…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add passkey' });
    await dialog.getByLabel('Name').fill('Laptop');
    await dialog.getByRole('button', { name: 'Add passkey' }).click();
    await page.getByRole('button', { name: 'Remove… Laptop' }).waitFor();

    const signInWithIt = async (address: string) => {
      await page.context().clearCookies();
      await page.goto(`${fixture.adminUrl}${address}`);
      await page.getByRole('button', { name: 'Use a passkey' }).click();
    };
    await signInWithIt('/account');
    await page.waitForURL(`${fixture.adminUrl}/account`);
    await fixture.ageSessions();
    await page.getByRole('button', { name: 'Remove… Laptop' }).click();
    await page
      .getByRole('dialog', { name: 'Remove Laptop?' })
      .getByRole('button', { name: 'Remove' })
      .click();
    // The session is too old by then, and the passkey confirms it.
    const confirm = page.getByRole('dialog', { name: 'Confirm your identity' });
    await confirm.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('None yet.').waitFor();

    await signInWithIt('/account');
    await page.getByText('This passkey signs in to no account here.').waitFor();
    await page.context().close();
  });

  it('ends with signing out: the desk is closed again', async () => {
    const page = await signIn(OWNER);
    await page.getByRole('button', { name: OWNER.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in$/);
    await page.goto(`${fixture.adminUrl}/people`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.context().close();
  });

  it('when the session ends in the middle of a form, keeps what was typed and goes on', async () => {
    const page = await signIn(OWNER, '/topics?open=new');
    await page.getByLabel('Name', { exact: true }).fill('Rivers and rights');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Create' }).click();
    const dialog = page.getByRole('dialog', { name: 'Session ended' });
    await dialog.getByLabel('Password').fill(OWNER.password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'detached' });
    // The waiting action is carried out now, and once.
    const made = page.getByRole('list', { name: 'Topics in order' }).getByText('Rivers and rights');
    await made.waitFor();
    expect(await made.count()).toBe(1);
    await page.context().close();
  });
});

describe('inviting', () => {
  it('given an invitation as editor, the link makes an account that sees an editor’s places', async () => {
    const owner = await signIn(OWNER, '/people');
    await owner.getByRole('button', { name: 'Invite' }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill(EDITOR.email);
    await dialog.getByRole('checkbox', { name: 'Editor' }).click();
    await dialog.getByRole('button', { name: 'Make the invitation' }).click();
    const given = owner.getByTestId('invitation-link');
    const first = (await given.textContent()) ?? '';
    await owner.getByRole('button', { name: 'Done' }).click();

    // Copied again from its row, it is another link, and the one before has ended.
    const row = owner.getByRole('list', { name: 'Pending invitations' }).getByRole('listitem');
    await row.filter({ hasText: EDITOR.email }).getByRole('button', { name: 'Copy link' }).click();
    const link = (await given.textContent()) ?? '';
    expect(link).toMatch(/\/invitations\/[\w-]{43}$/);
    expect(link).not.toBe(first);
    await owner.getByRole('button', { name: 'Done' }).click();
    const late = await open(await newContext(), first);
    await late.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    await late.context().close();

    // The list of messages says that there is one, and not what it says.
    await owner.goto(`${fixture.adminUrl}/settings/outbox`);
    await owner.getByText(`to ${EDITOR.email}`).first().waitFor();
    await owner.getByText('No mail server is set, so nothing is sent.').waitFor();
    for (const word of [link, first].map((each) => each.split('/').at(-1) ?? ''))
      expect(await owner.content()).not.toContain(word);

    const page = await open(await newContext(), link);
    await makeAccount(page, EDITOR, 'Create account');
    const places = page.getByRole('navigation', { name: 'Main' });
    await places.getByRole('link', { name: 'Articles' }).waitFor();
    expect(await places.getByRole('link', { name: 'People' }).count()).toBe(0);
    expect(await places.getByRole('link', { name: 'Settings' }).count()).toBe(0);

    // The door is not only unmarked but shut.
    await page.goto(`${fixture.adminUrl}/people`);
    await page.getByRole('alert').getByText('You may not do this').waitFor();

    await page.goto(link);
    await page.getByRole('heading', { name: 'This invitation cannot be used' }).waitFor();
    await page.context().close();
    await owner.context().close();
  });
});

describe('access tokens', () => {
  it('are shown once, act as their owner, and stop with being revoked', async () => {
    const page = await signIn(OWNER, '/settings/tokens');
    await page.getByRole('button', { name: 'New token' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Nightly export');
    await page.getByRole('button', { name: 'Create token' }).click();
    const token = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    expect(token).not.toBe('');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.reload();
    const list = page.getByRole('list', { name: 'Access tokens' });
    await list.getByText('Nightly export').waitFor();
    await list.getByText('Read', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(token);

    const viewpoints = createViewpoints({ url: fixture.apiUrl, token });
    expect((await viewpoints.editor.me.query()).email).toBe(OWNER.email);
    await expect(viewpoints.editor.articles.create.mutate({})).rejects.toMatchObject({
      data: { problem: { reasons: [{ code: 'token_scope', details: { scope: 'write' } }] } },
    });

    // Another admin finds it by its owner, and can end it there.
    await page.goto(`${fixture.adminUrl}/people`);
    await page.getByRole('button', { name: `Actions for ${OWNER.name}` }).click();
    await page.getByRole('menuitem', { name: 'Access tokens…' }).click();
    await list.getByRole('button', { name: 'Revoke' }).click();
    await page
      .getByRole('dialog', { name: 'Revoke “Nightly export”?' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await list.getByText('Revoked').waitFor();
    await expect(viewpoints.editor.me.query()).rejects.toMatchObject({
      data: { httpStatus: 401 },
    });
    await page.context().close();
  });
});
