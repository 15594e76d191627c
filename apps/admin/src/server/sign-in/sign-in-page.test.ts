import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from './read-form.ts';
import { isForSignIn } from './sign-in-handler.ts';
import { renderSignInPage, type SignInPage, signInAddress } from './sign-in-page.ts';

const page: SignInPage = {
  ...{ journalName: 'The Delta', theme: undefined, nonce: 'abc', next: '/', step: 'password' },
};

describe('the page to sign in at', () => {
  it('loads nothing but its icon, and is small', () => {
    const html = renderSignInPage({ ...page, next: '/articles?state=draft' });
    expect(html).not.toMatch(/<script[^>]* src|<link rel="(?!icon")|\bon\w+="|@import|url\(/);
    expect(gzipSync(html).length).toBeLessThan(4 * 1024);
  });

  it('has one script, for passkeys, which its policy lets run, and none where a code is given', () => {
    const scripts = (html: string) => html.match(/<script[^>]*>/g);
    expect(scripts(renderSignInPage(page))).toEqual(['<script nonce="abc">']);
    expect(scripts(renderSignInPage({ ...page, step: 'code' }))).toBeNull();
    // Hidden until that script has found that the browser has passkeys.
    expect(renderSignInPage(page)).toContain('id="passkey" class="second" hidden');
  });

  it.each(['journalName', 'email', 'next', 'nonce'] as const)(
    'writes %s as text alone',
    (field) => {
      const hostile = `"'><script>alert(1)</script>&amp;`;
      for (const step of ['password', 'code'] as const) {
        const html = renderSignInPage({ ...page, step, [field]: hostile });
        expect(html.match(/<script/g) ?? []).toHaveLength(step === 'password' ? 1 : 0);
        expect(html).not.toContain('alert(1)</');
      }
    },
  );

  it('says what is wrong before the form, and keeps the address but no password', () => {
    const problem = { title: 'They do not match.', next: 'Check <both>.' };
    const html = renderSignInPage({ ...page, email: 'ines@journal.example', problem });
    expect(html).toContain('<div role="alert"><p><strong>They do not match.</strong></p>');
    expect(html).toContain('Check &lt;both&gt;.');
    expect(html).toContain('value="ines@journal.example"');
    expect(html).toMatch(/name="password"[^>]* autofocus>/);
    expect(html).not.toMatch(/name="password"[^>]* value/);
  });

  it.each([
    ['light', ' data-theme="light"'],
    ['dark', ' data-theme="dark"'],
    ['"><script>', '<html lang="en-GB">'],
    [undefined, '<html lang="en-GB">'],
  ])('has the chosen appearance %s', (theme, found) => {
    expect(renderSignInPage({ ...page, theme })).toContain(found);
  });

  it.each([
    [{ next: '/' }, '/sign-in'],
    [{ next: '/a?b=c&d' }, '/sign-in?next=%2Fa%3Fb%3Dc%26d'],
    [{ next: '/', step: 'code' as const }, '/sign-in?step=code'],
  ])('for %j is at %s', (at, address) => {
    expect(signInAddress(at)).toBe(address);
  });

  it.each([
    ['GET', '/sign-in', true],
    ['HEAD', '/sign-in', true],
    ['POST', '/sign-in', false],
    ['POST', '/auth/sign-in/form', true],
    ['GET', '/auth/sign-in/form', false],
    ['POST', '/auth/sign-in/email', false],
  ])('%s %s: %s', (method, path, isFor) => {
    expect(isForSignIn(method, path)).toBe(isFor);
  });
});

describe('a form that is sent', () => {
  let url: string;
  const server = createServer((request, response) => {
    void readForm(request).then((form) => {
      response.end(JSON.stringify(form === null ? null : Object.fromEntries(form)));
    });
  });
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  const form = 'application/x-www-form-urlencoded';
  const send = async (body: string, type = form) =>
    (await fetch(url, { method: 'POST', headers: { 'content-type': type }, body })).json();

  it('is read, in any language', async () => {
    expect(await send('email=a%40b.example&password=%D8%B3%D8%B1+%26')).toEqual({
      ...{ email: 'a@b.example', password: 'سر &' },
    });
  });

  it('is not read where it is of another type, or longer than such a form can be', async () => {
    expect(await send('{}', 'application/json')).toBeNull();
    expect(await send('email=a', 'text/plain')).toBeNull();
    expect(await send(`password=${'x'.repeat(16 * 1024 - 9)}`)).not.toBeNull();
    expect(await send(`password=${'x'.repeat(16 * 1024 - 8)}`)).toBeNull();
  });
});
