import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../data/viewpoints.ts';
import type { PersonName } from '../testing/api-setup.ts';
import { anyWord, writeArticle, writeWithFinding } from '../testing/articles.ts';
import { currentAddress, navigate } from '../testing/next-navigation.ts';
import { expectAccessible, renderScreen, signIn } from '../testing/screen.tsx';
import { AppShell } from './app-shell.tsx';

const api = viewpoints.editor;
const palette = page.getByRole('dialog', { name: 'Search or run' });
const box = palette.getByRole('combobox', { name: 'Search or run' });
const option = (name: string | RegExp) => palette.getByRole('option', { name });

async function openPalette(person: PersonName) {
  const me = await signIn(person);
  navigate('/queues');
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      <p>Queues</p>
    </AppShell>,
  );
  await expect.element(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(box).toHaveFocus();
}

/** Has calls to search names wait for `gate`, or fail, until it is undone. */
function holdSearches(of: (q: string) => Promise<'fail' | undefined>) {
  const send = window.fetch;
  window.fetch = async (input, init) => {
    const url = decodeURIComponent(input instanceof Request ? input.url : String(input));
    const q = url.includes('editor.find') ? /"q":"([^"]*)"/.exec(url)?.[1] : undefined;
    if (q !== undefined && (await of(q)) === 'fail') throw new TypeError('Failed to fetch');
    return send(input, init);
  };
  return () => {
    window.fetch = send;
  };
}

test('finds an actor, a finding and an account by their names, and opens each where it is', async () => {
  const { article, finding } = await writeWithFinding();
  const name = anyWord('Harbourmaster');
  await signIn('editor');
  const actor = await api.actors.create.mutate({
    ...{ slug: name.toLowerCase(), name, kind: 'person' as const },
  });
  await openPalette('editor');
  await box.fill(name);
  await expect.element(option(name)).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(palette.element());
  await userEvent.keyboard('{Enter}');
  await expect.poll(currentAddress).toBe(`/actors?open=${actor.id}`);

  await openPalette('editor');
  await box.fill(finding.proposition);
  await expect.element(option(new RegExp(article.headline))).toBeVisible();
  await option(new RegExp(article.headline)).click();
  await expect.poll(currentAddress).toBe(`/articles/${article.id}?finding=${finding.id}`);

  const me = await signIn('owner');
  await openPalette('owner');
  await box.fill(me.email);
  await expect.element(option(new RegExp(me.email))).toBeVisible();
});

test('finds parts of the settings by what is set there, for who may', async () => {
  await openPalette('owner');
  await box.fill('webhooks');
  await expect.element(option('Webhooks')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(currentAddress).toBe('/settings/webhooks');
  await openPalette('contributor');
  await box.fill('webhooks');
  await expect.element(palette.getByText('Nothing for “webhooks”.')).toBeVisible();
  await expect.element(option('Webhooks')).not.toBeInTheDocument();
  await box.fill('passkeys');
  await expect.element(option('Your account')).toBeVisible();
});

test('shows no answer to earlier words once others are typed, however late it comes', async () => {
  const early = await writeArticle();
  const late = await writeArticle();
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<undefined>();
  const undo = holdSearches((q) =>
    q === early.headline ? first.promise : q === late.headline ? second.promise : nothing,
  );
  try {
    await openPalette('owner');
    await box.fill(early.headline);
    await expect.element(palette.getByText('Looking…')).toBeVisible();
    await box.fill(late.headline);
    second.resolve(undefined);
    await expect.element(option(new RegExp(late.headline))).toBeVisible();
    first.resolve(undefined);
    await expect.element(option(new RegExp(early.headline))).not.toBeInTheDocument();
    await expect.element(palette.getByText('Looking…')).not.toBeInTheDocument();
    await expect.element(option(new RegExp(late.headline))).toBeVisible();
  } finally {
    undo();
  }
});

test('says that names could not be searched, keeps the screens, and tries again', async () => {
  const { headline } = await writeArticle();
  let isDown = true;
  const undo = holdSearches(async () => (isDown ? 'fail' : undefined));
  try {
    await openPalette('owner');
    await box.fill('article');
    await expect.element(palette.getByText('Names could not be searched.')).toBeVisible();
    await expect.element(option('Articles')).toBeVisible();
    await box.fill(headline);
    await expect.element(palette.getByText('Names could not be searched.')).toBeVisible();
    isDown = false;
    await palette.getByRole('button', { name: 'Try again' }).click();
    await expect.element(option(new RegExp(headline))).toBeVisible();
    await expect.element(palette.getByRole('alert')).not.toBeInTheDocument();
  } finally {
    undo();
  }
});

const nothing = Promise.resolve(undefined);
