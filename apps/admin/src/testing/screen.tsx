import '../app/globals.css';
import type { BuiltPost } from '@viewpoints/api/import/ghost/testing/build-ghost';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { expect, inject } from 'vitest';
import { commands, type Locator, page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react/pure';
import { viewpoints } from '../data/viewpoints.ts';
import type { Me } from '../session/me.ts';
import { SessionProvider } from '../session/session-provider.tsx';
import { UiProviders } from '../ui/ui-providers.tsx';
import type { PersonName } from './api-setup.ts';
import { navigate } from './next-navigation.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    signInAs: (cookie: string) => Promise<void>;
    ageSessions: () => Promise<void>;
    emailToken: (email: string) => Promise<string>;
    importPosts: (address: string, posts: BuiltPost[]) => Promise<string>;
    formerEmail: (email: string) => Promise<string>;
    raiseDocumentVersion: (articleId: string, by: number) => Promise<void>;
    codeOf: (secret: string) => Promise<string>;
    signInElsewhere: (email: string, password: string) => Promise<void>;
  }
}

/** Calls and screens that follow are this person's. */
export async function signIn(person: PersonName): Promise<Me> {
  await commands.signInAs(inject('sessions')[person]);
  return viewpoints.editor.me.query();
}

/**
 * Shows a screen to a person, with what the product puts around each of them.
 * @param at the address, and what Next would read from its path; `live` where others may write in it too
 */
export async function openScreen(
  person: PersonName,
  screen: ReactElement,
  at: { path?: string; params?: Record<string, string>; live?: boolean } = {},
): Promise<void> {
  const me = await signIn(person);
  if (at.live) document.cookie = 'live=1';
  navigate(at.path ?? '/', at.params);
  await renderScreen(
    <SessionProvider me={me} readerUrl="http://reader.example">
      <main>{screen}</main>
    </SessionProvider>,
  );
}

/** Shows a screen that has its own session, or needs none, in place of the one before. */
export async function renderScreen(screen: ReactElement): Promise<void> {
  await cleanup();
  await render(
    <UiProviders nonce={undefined}>
      <div className="app-root">{screen}</div>
    </UiProviders>,
  );
}

/** Holds a part of the page to the rules of axe, contrast among them. */
export async function expectAccessible(part: Element): Promise<void> {
  // Elements that fade in have their contrast in the end. A spinner never ends.
  const fading = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(fading.map(({ finished }) => finished));
  const { violations } = await axe.run(part, { resultTypes: ['violations'] });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`),
  ).toEqual([]);
}

/**
 * Puts the focus on a button and presses it by keyboard, once it may be pressed. Fails where
 * something takes the focus before the key is down: such a key would do nothing, or something else.
 */
export async function pressKey(button: Locator, key = '{Enter}'): Promise<void> {
  await expect.element(button).toBeVisible();
  await expect.element(button).toBeEnabled();
  // A dialog that opens, closes or changes moves the focus within a frame; no user is faster.
  await new Promise(requestAnimationFrame);
  const element = button.element() as HTMLElement;
  element.focus();
  await keyAt(element, key);
}

/** Presses a key and holds it to reach that element, or what is in it. */
async function keyAt(element: HTMLElement, key: string): Promise<void> {
  const moves: string[] = [];
  const onFocus = (event: FocusEvent) => moves.push(nameOf(event.target));
  const reached: (EventTarget | null)[] = [];
  const onKey = (event: KeyboardEvent) => reached.push(event.target);
  const isThere = () => document.activeElement !== null && element.contains(document.activeElement);
  const tell = () =>
    `“${key}” is for ${nameOf(element)}, which ${element.isConnected ? 'is there' : 'is gone'}. ` +
    `The focus went to: ${moves.join(', ') || nameOf(document.activeElement)}.`;
  if (!isThere()) throw new Error(tell());
  window.addEventListener('focusin', onFocus, true);
  window.addEventListener('keydown', onKey, true);
  try {
    await userEvent.keyboard(key);
  } finally {
    window.removeEventListener('focusin', onFocus, true);
    window.removeEventListener('keydown', onKey, true);
  }
  const [first] = reached;
  if (!(first instanceof Node && element.contains(first))) throw new Error(tell());
}

function nameOf(target: EventTarget | null): string {
  if (!(target instanceof Element)) return 'nothing';
  const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 40) ?? '';
  return `<${target.tagName.toLowerCase()} role="${target.role ?? ''}"> “${name}”`;
}

/** What screen readers add to a field's name: hint and error. */
export function descriptionOf(field: Locator): string {
  const ids = field.element().getAttribute('aria-describedby') ?? '';
  return ids
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
}

/** Chooses an option of a select by keyboard. */
export async function chooseOption(select: Locator, option: RegExp): Promise<void> {
  await pressKey(select);
  const chosen = page.getByRole('option', { name: option });
  await expect.element(chosen).toBeVisible();
  await pressKey(chosen);
  await expect.element(chosen).not.toBeInTheDocument();
}

/**
 * Opens a dialog by keyboard and checks the rules for every dialog: the focus goes to its first field or
 * button, axe finds nothing, and Escape gives the focus back. The dialog is open again after.
 */
export async function openByKeyboard(
  opener: Locator,
  dialog: Locator,
  first: Locator,
): Promise<void> {
  await pressKey(opener);
  await expect.element(first).toHaveFocus();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  await pressKey(opener);
  await expect.element(first).toHaveFocus();
}

/** A picture as a file on the device. */
export async function aPicture(name: string, type = 'image/png'): Promise<File> {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d')?.fillRect(0, 0, 20, 30);
  return new File([await canvas.convertToBlob()], name, { type });
}
