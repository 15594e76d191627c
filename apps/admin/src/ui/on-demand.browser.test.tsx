import { Component, type ComponentType, type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, pressKey, renderScreen } from '../testing/screen.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { dialogOnDemand, onDemand } from './on-demand.tsx';
import { usePreload } from './use-preload.ts';

/** Imports a component; the first time on a line that has dropped. */
function loadedSecond<Props>(part: (props: Props) => ReactNode) {
  let tries = 0;
  return async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return part;
  };
}

class ScreenBoundary extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? <p>The screen is gone</p> : this.props.children;
  }
}

const notLoaded = 'This part of the screen could not be loaded.';
const retry = page.getByRole('button', { name: 'Try again' });

test('a part that could not be loaded says so, is tried again, and what is around it stays', async () => {
  const Panel = onDemand(loadedSecond(() => <p>Comments</p>));
  await renderScreen(
    <ScreenBoundary>
      <input aria-label="Headline" defaultValue="Before" />
      <Panel />
    </ScreenBoundary>,
  );
  const headline = page.getByRole('textbox', { name: 'Headline' });
  await headline.fill('What was typed');
  await expect.element(page.getByRole('alert').getByText(notLoaded)).toBeVisible();
  await retry.click();
  await expect.element(page.getByText('Comments')).toBeVisible();
  await expect.element(headline).toHaveValue('What was typed');
});

test('a dialog that could not be loaded says so in its place, and can be closed', async () => {
  let closed = 0;
  const Asking = dialogOnDemand(
    loadedSecond((_: { onClose: () => void }) => <p role="dialog">Archive it?</p>),
  );
  await renderScreen(<Asking onClose={() => (closed += 1)} />);
  const dialog = page.getByRole('dialog', { name: 'Not loaded' });
  await expect.element(dialog.getByText(notLoaded)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(closed).toBe(1);
  await retry.click();
  await expect.element(page.getByText('Archive it?')).toBeVisible();
});

function Preloading({ parts }: { parts: Parameters<typeof usePreload>[0] }) {
  usePreload(parts);
  return null;
}

test('parts are preloaded, retried once online, and shown without another load', async () => {
  let tries = 0;
  const failingOnce = async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
  };
  let loads = 0;
  const Field = onDemand(async () => {
    loads += 1;
    return () => <input aria-label="Find" />;
  });
  const parts = [{ preload: failingOnce }, Field];
  await renderScreen(<Preloading parts={parts} />);
  await expect.poll(() => tries, { timeout: 10_000 }).toBe(1);
  expect(loads).toBe(0);
  window.dispatchEvent(new Event('online'));
  await expect.poll(() => loads, { timeout: 10_000 }).toBe(1);
  expect(tries).toBe(2);
  await renderScreen(<Field />);
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toBeVisible();
  expect(loads).toBe(1);
});

/** A dialog that takes its time to be loaded, and the button that opens it. */
function SlowDialog({ Asking }: { Asking: ComponentType<{ onClose: () => void }> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Archive</Button>
      {isOpen ? <Asking onClose={() => setOpen(false)} /> : null}
    </>
  );
}
const Question = ({ onClose }: { onClose: () => void }) => (
  <Dialog open onOpenChange={onClose} title="Archive it?">
    <input aria-label="Why" />
  </Dialog>
);
const opener = page.getByRole('button', { name: 'Archive' });
const loading = page.getByRole('status').getByText('Loading…');

test('a press shows that its dialog is loading; the dialog takes the focus and returns it', async () => {
  const loads = Promise.withResolvers<typeof Question>();
  const Asking = dialogOnDemand(() => loads.promise);
  await renderScreen(<SlowDialog Asking={Asking} />);
  const pressed = performance.now();
  await pressKey(opener);
  await expect.element(loading).toBeVisible();
  const answered = performance.now() - pressed;
  await expectAccessible(document.body);
  await userEvent.keyboard('{Escape}');
  await expect.element(loading).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();

  await userEvent.keyboard('{Enter}');
  await expect.element(loading).toBeVisible();
  loads.resolve(Question);
  await expect.element(page.getByRole('textbox', { name: 'Why' })).toHaveFocus();
  await expect.element(loading).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(answered).toBeLessThan(1000);
});

test('an error of the part itself is the screen’s, not one of loading', async () => {
  const Broken = onDemand(async () => (): ReactNode => {
    throw new RangeError('broken');
  });
  await renderScreen(
    <ScreenBoundary>
      <Broken />
    </ScreenBoundary>,
  );
  await expect.element(page.getByText('The screen is gone')).toBeVisible();
});
