import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseOption } from '../admin/choose-option.ts';
import { type JourneyFixture, startJourney } from './journey-fixture.ts';

let journey: JourneyFixture;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.stop());

test('a page under About is written, approved by a second person, read at its address, and moved', async () => {
  const { owner, second, adminUrl, readerUrl } = journey;
  await owner.goto(`${adminUrl}/pages`);
  await owner.getByRole('button', { name: 'New page' }).first().click();
  await owner.getByRole('dialog').getByLabel('Title').fill('Who we are');
  await chooseOption(owner, 'Parent', /^About/);
  await owner.getByRole('button', { name: 'Create page' }).click();
  await owner.waitForURL(/[/]articles[/]/);
  await owner.getByRole('textbox', { name: 'Summary' }).fill('The people of the quay desk.');
  const text = owner.getByRole('textbox', { name: 'Text of the page' });
  await text.click();
  await owner.keyboard.type('Four people on a quay.');
  await owner.locator('[data-status="saved"]').waitFor();
  await owner.getByRole('tab', { name: /^Publish/ }).click();
  await owner.getByRole('button', { name: 'Submit for review' }).click();
  await owner.getByText('Submitted for review.').waitFor();
  expect((await fetch(`${readerUrl}/about/who-we-are`)).status).toBe(404);

  await second.goto(adminUrl);
  const row = second.getByRole('listitem').filter({ hasText: 'Who we are' }).first();
  await row.getByText('Page', { exact: true }).waitFor();
  await row.getByRole('link', { name: 'Who we are' }).click();
  await second.getByRole('tab', { name: /^Publish/ }).click();
  await second.getByRole('button', { name: 'Approve' }).click();
  await second.getByText('Nothing prevents publishing.').waitFor();
  await second.getByRole('button', { name: 'Publish…' }).click();
  await second.getByRole('dialog').getByText('Nobody is told').waitFor();
  await second.getByRole('button', { name: 'Publish now' }).click();
  await second.getByText('Readers have it now.').waitFor();
  const read = await fetch(`${readerUrl}/about/who-we-are`);
  expect([read.status, await read.text()]).toEqual([
    200,
    expect.stringContaining('Four people on a quay.'),
  ]);

  await second.getByRole('tab', { name: 'Details' }).click();
  await second.getByRole('button', { name: 'Move…' }).click();
  await chooseOption(second, 'Parent', /^None/);
  await second.getByRole('button', { name: 'Move now' }).click();
  await second.getByText('Its address is /who-we-are.').waitFor();
  expect((await fetch(`${readerUrl}/who-we-are`)).status).toBe(200);
  const former = await fetch(`${readerUrl}/about/who-we-are`, { redirect: 'manual' });
  expect([former.status, former.headers.get('location')]).toEqual([
    308,
    expect.stringMatching(/\/who-we-are$/),
  ]);
});
