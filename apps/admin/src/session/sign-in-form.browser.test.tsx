import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { descriptionOf, expectAccessible, pressKey, renderScreen } from '../testing/screen.tsx';
import { SignInForm } from './sign-in-form.tsx';

const openDoor = () =>
  renderScreen(
    <main>
      <SignInForm onSignedIn={() => {}} />
    </main>,
  );

test('a field that has to be filled in says so itself and takes the focus', async () => {
  await openDoor();
  const email = page.getByLabelText('E-mail address');
  const submit = page.getByRole('button', { name: 'Sign in' });
  await expect.element(email).toHaveFocus();
  await expectAccessible(document.body);
  await pressKey(submit);
  await expect.poll(() => descriptionOf(email)).toContain('Fill this in.');
  await expect.element(email).toHaveFocus();
  await expect.element(email).toHaveAttribute('aria-invalid', 'true');
  await email.fill('nobody');
  await expect.poll(() => descriptionOf(email)).not.toContain('Fill this in.');
  await pressKey(submit);
  await expect.poll(() => descriptionOf(email)).toContain('Use an e-mail address');
});

test('a wrong password is reported once, in words, and the form stays', async () => {
  await openDoor();
  await page.getByLabelText('E-mail address').fill('nobody@journal.example');
  await page.getByLabelText('Password').fill('not the right one');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent('E-mail address and password do not match.');
  await expectAccessible(document.body);
});
