import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ArticleScreen } from '../article/article-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { MediaScreen } from '../media/media-screen.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import type { PersonName } from '../testing/api-setup.ts';
import { anyWord, readArticle, writeArticle, writeWithFinding } from '../testing/articles.ts';
import { currentAddress, navigate } from '../testing/next-navigation.ts';
import { articleText } from '../testing/open-article.tsx';
import { expectAccessible, renderScreen, signIn } from '../testing/screen.tsx';
import { AppShell } from './app-shell.tsx';

const api = viewpoints.editor;
const palette = page.getByRole('dialog', { name: 'Search or run' });
const box = palette.getByRole('combobox', { name: 'Search or run' });
const option = (name: string | RegExp) => palette.getByRole('option', { name });

async function openShell(
  person: PersonName,
  screen: ReactNode = <p>Queues</p>,
  path = '/queues',
  params: Record<string, string> = {},
) {
  const me = await signIn(person);
  navigate(path, params);
  await renderScreen(
    <AppShell me={me} readerUrl="http://reader.example" journalName="The Strait" theme="light">
      {screen}
    </AppShell>,
  );
  await expect.element(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

async function pressForPalette(keys = '{Control>}k{/Control}') {
  await userEvent.keyboard(keys);
  await expect.element(box).toHaveFocus();
}

async function openPalette(...shell: Parameters<typeof openShell>) {
  await openShell(...shell);
  await pressForPalette();
}

const openArticleShell = async (person: PersonName, id: string) => {
  await openShell(person, <ArticleScreen id={id} />, `/articles/${id}`, { id });
  await expect.element(articleText()).toBeVisible();
};

/** Runs a verb of the page, by keys. */
async function run(verb: string) {
  await pressForPalette();
  await box.fill(verb);
  await expect.element(option(verb)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(palette).not.toBeInTheDocument();
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

test('shares a preview of the article and names a version of it', async () => {
  const { id } = await writeArticle();
  await openArticleShell('editor', id);
  await run('Share preview…');
  const share = page.getByRole('dialog', { name: /Share/ });
  await expect.element(share).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(share).not.toBeInTheDocument();
  await run('Name version…');
  const naming = page.getByRole('dialog', { name: 'Name version' });
  await expect.element(naming).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(naming).not.toBeInTheDocument();
});

test('submits the article, and offers no step that its writer may not take', async () => {
  const { id } = await writeArticle();
  await openArticleShell('editor', id);
  await run('Submit for review');
  await expect.poll(async () => (await readArticle(id)).article.state).toBe('in_review');
  await expect.element(page.getByText('Submitted for review.')).toBeVisible();
  // It is the editor's own work, and not approved yet.
  await pressForPalette();
  await box.fill('approve');
  await expect.element(option(/^Approve/)).not.toBeInTheDocument();
  await box.fill('publish');
  await expect.element(option(/^Publish/)).not.toBeInTheDocument();
  await box.fill('');
  await expect.element(option('Take back')).toBeVisible();
});

test('finds a step by what else it is called, and opens its dialog', async () => {
  const { id } = await writeArticle();
  await viewpoints.editor.articles.submit.mutate({ id });
  await openArticleShell('publisher', id);
  await pressForPalette();
  await box.fill('send back');
  await expect.element(option('Request changes…')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: /changes/i })).toBeVisible();
});

test('offers the main verbs of other screens, to who may do them', async () => {
  await openShell('owner', <PeopleScreen />, '/people');
  await expect.element(page.getByRole('button', { name: 'Invite' })).toBeVisible();
  await run('Invite');
  await expect.element(page.getByRole('dialog', { name: /Invite/ })).toBeVisible();
  await openShell('contributor', <MediaScreen />, '/media');
  await expect.element(page.getByRole('button', { name: 'Upload' }).first()).toBeVisible();
  await pressForPalette();
  await box.fill('upload');
  await expect.element(palette.getByText('Nothing for “upload”.')).toBeVisible();
});

test.each(['{Control>}{Shift>}p{/Shift}{/Control}', '{F1}'])(
  'given %s, opens from words that are selected in the text',
  async (keys) => {
    const { id } = await writeArticle();
    await openArticleShell('editor', id);
    await articleText().click();
    await expect.element(articleText()).toHaveFocus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await pressForPalette(keys);
    await userEvent.keyboard('{Escape}');
    await expect.element(palette).not.toBeInTheDocument();
  },
);

test('shows all keys on a question mark, but not where one is written', async () => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await openShell('owner', <input aria-label="Anything" />);
  const field = page.getByRole('textbox', { name: 'Anything' });
  await field.fill('why');
  await userEvent.keyboard('?');
  await expect.element(field).toHaveValue('why?');
  await expect.element(sheet).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}/{/Control}');
  await expect.element(sheet).toBeVisible();
  await expectAccessible(sheet.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
  (field.element() as HTMLElement).blur();
  await userEvent.keyboard('?');
  await expect.element(sheet).toBeVisible();
});

const nothing = Promise.resolve(undefined);
