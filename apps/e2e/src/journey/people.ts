import type { Browser, Page } from 'playwright-core';
import { DESK } from '../support/browser.ts';
import type { Stack } from '../support/stack.ts';

export type Person = { name: string; email: string; password: string };

export const OWNER: Person = {
  name: 'Orla Quist',
  email: 'orla@journal.example',
  password: 'a quiet harbour at dusk',
};
export const SECOND: Person = {
  name: 'Edda Marsh',
  email: 'edda@journal.example',
  password: 'slow tide rising at six',
};

/** Fills in the name and the password, where a set-up link or an invitation requires them. */
export async function makeAccount(page: Page, person: Person, action: string): Promise<void> {
  await page.getByLabel('Your name').fill(person.name);
  const address = page.getByLabel('E-mail address');
  if (await address.isEditable()) await address.fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
}

/** The first account, by the one-time link that the product printed. */
export async function claimJournal(browser: Browser, stack: Stack): Promise<Page> {
  const [link] = await stack.waitFor(/http\S+\/setup\S+/);
  const page = await (await browser.newContext({ viewport: DESK })).newPage();
  await page.goto(link);
  await makeAccount(page, OWNER, 'Create account');
  return page;
}

/** The owner invites the second person, who follows the link that the owner is given. */
export async function inviteSecond(
  browser: Browser,
  stack: Pick<Stack, 'adminUrl'>,
  owner: Page,
): Promise<Page> {
  await owner.goto(`${stack.adminUrl}/people`);
  await owner.getByRole('button', { name: 'Invite' }).click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(SECOND.email);
  await dialog.getByRole('checkbox', { name: 'Editor' }).click();
  await dialog.getByRole('checkbox', { name: 'Publisher' }).click();
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = (await owner.getByTestId('invitation-link').textContent()) ?? '';
  await owner.getByRole('button', { name: 'Done' }).click();
  await owner.getByRole('list', { name: 'Pending invitations' }).getByText(SECOND.email).waitFor();

  const page = await (await browser.newContext({ viewport: DESK })).newPage();
  await page.goto(link);
  await makeAccount(page, SECOND, 'Create account');
  return page;
}

/** A personal access token of the signed-in account, created on its screen. */
export async function makeToken(page: Page, adminUrl: string): Promise<string> {
  await page.goto(`${adminUrl}/settings/tokens`);
  await page.getByRole('button', { name: 'New token' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Journey');
  await page.getByRole('checkbox', { name: 'Write' }).click();
  await page.getByRole('checkbox', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.getByRole('dialog').locator('code').textContent();
  await page.getByRole('button', { name: 'Done' }).click();
  return token ?? '';
}
