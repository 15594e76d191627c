import type { ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import { PageNotFound } from '../shell/page-not-found.tsx';
import { Unreachable } from '../shell/unreachable.tsx';
import { anyWord } from '../testing/articles.ts';
import { expectAccessible, pressKey, renderScreen, signIn } from '../testing/screen.tsx';
import { ForgotScreen } from './forgot-screen.tsx';
import { InvitationScreen } from './invitation-screen.tsx';
import { ResetScreen } from './reset-screen.tsx';
import { SetupScreen } from './setup-screen.tsx';

const DESK = [1280, 900] as const;
const PHONE = [390, 844] as const;
afterEach(() => page.viewport(...DESK));

const main = page.getByRole('main');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const open = (screen: ReactElement) => renderScreen(<main>{screen}</main>);
const newAddress = () => `${anyWord('nora')}@journal.example`;

/** The secret of a link that invites this address. */
async function invite(email: string): Promise<string> {
  await signIn('owner');
  const { link } = await viewpoints.editor.people.invite.mutate({ email, roles: ['editor'] });
  return new URL(link).pathname.split('/').at(-1) ?? '';
}

test('a forgotten password is asked for by keyboard, and the answer tells nobody who has an account', async () => {
  const answerTo = async (email: string) => {
    await open(<ForgotScreen />);
    const field = page.getByRole('textbox', { name: 'E-mail address' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard(`${email}{Enter}`);
    await expect.element(page.getByRole('heading', { name: 'Check your inbox' })).toBeVisible();
    await expectAccessible(main.element());
    return main.element().textContent.replace(email, '');
  };
  const known = await answerTo('member@journal.example');
  expect(await answerTo(newAddress())).toBe(known);
});

test('a link to a new password that is used up says so, and the password stays to try again with', async () => {
  await open(<ResetScreen token="used-up" />);
  const field = page.getByLabelText('New password');
  await field.fill('short');
  await expect.element(button('Set password')).toBeDisabled();
  await field.fill('a sentence that nobody guesses');
  await pressKey(button('Set password'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(field).toHaveValue('a sentence that nobody guesses');
  await expect
    .element(page.getByRole('link', { name: 'Request new link' }))
    .toHaveAttribute('href', '/forgot');
  await expectAccessible(main.element());
});

test('an address to set a password at without its secret leads to a new link', async () => {
  await open(<ResetScreen token={null} />);
  const again = page.getByRole('link', { name: 'Request new link' });
  await expect.element(again).toHaveAttribute('href', '/forgot');
  await expectAccessible(main.element());
});

test.each([PHONE, DESK])(
  'an invitation says for whom and for what it is, at %i × %i',
  async (...size) => {
    await page.viewport(...size);
    const email = newAddress();
    await open(<InvitationScreen token={await invite(email)} />);
    const address = page.getByRole('textbox', { name: 'E-mail address' });
    await expect.element(address).toHaveValue(email);
    await expect.element(address).toHaveAttribute('readonly');
    await expect.element(main).toMatchTextContent('Your roles:Editor');
    await expect.element(button('Create account')).toBeDisabled();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
    await expectAccessible(main.element());
  },
);

test('an invitation that was accepted elsewhere meanwhile is refused, and what was entered stays', async () => {
  const token = await invite(newAddress());
  await open(<InvitationScreen token={token} />);
  const name = page.getByRole('textbox', { name: 'Your name' });
  await name.fill('Nora');
  await page.getByLabelText('Password').fill('a sentence that nobody guesses');
  const password = 'another sentence that nobody guesses';
  await viewpoints.invitations.accept.mutate({ token, name: 'Nora', password });
  await pressKey(button('Create account'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(name).toHaveValue('Nora');
  await open(<InvitationScreen token={token} />);
  await expect
    .element(page.getByRole('heading', { name: 'This invitation cannot be used' }))
    .toBeVisible();
  await expectAccessible(main.element());
});

test('set-up sends people to the sign-in when the journal has an owner, even with a link', async () => {
  await open(<SetupScreen token="x" owned />);
  await expect
    .element(page.getByRole('link', { name: 'Sign in' }))
    .toHaveAttribute('href', '/sign-in');
  await expectAccessible(main.element());
  await open(<SetupScreen token="not-the-link" owned={null} />);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Mallory');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(newAddress());
  await page.getByLabelText('Password').fill('a sentence that nobody guesses');
  await pressKey(button('Create account'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expectAccessible(main.element());
});

test('the set-up of a journal without an owner names where its link is', async () => {
  await open(<SetupScreen token={null} owned={false} />);
  await expect.element(main).toMatchTextContent('in the terminal or the log');
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await expectAccessible(main.element());
});

test.each([PHONE, DESK])('what is not there says what to do, at %i × %i', async (...size) => {
  await page.viewport(...size);
  await open(<PageNotFound />);
  await expect
    .element(page.getByRole('link', { name: 'Back to desk' }))
    .toHaveAttribute('href', '/');
  await expectAccessible(main.element());
  await renderScreen(<Unreachable />);
  await expect.element(button('Try now')).toBeEnabled();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(size[0]);
  await expectAccessible(main.element());
});
