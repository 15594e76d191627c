import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderScreen } from '../testing/screen.tsx';
import { focusWhenShown } from './focus-when-shown.ts';

const byId = (id: string) => () => document.getElementById(id);

/** A row that goes as what it opens is shown, half a second later. */
function Rows() {
  const [open, setOpen] = useState<'row' | 'loading' | 'shown'>('row');
  const show = () => {
    focusWhenShown(byId('wording'));
    focusWhenShown(byId('heading'));
    setOpen('loading');
    setTimeout(() => setOpen('shown'), 500);
  };
  return (
    <>
      <input aria-label="Elsewhere" />
      {open === 'row' ? (
        <button type="button" onClick={show}>
          Open
        </button>
      ) : null}
      {open === 'shown' ? (
        <>
          <h2 id="heading" tabIndex={-1}>
            Finding 1
          </h2>
          <input id="wording" aria-label="Wording" />
        </>
      ) : null}
    </>
  );
}

const wording = page.getByRole('textbox', { name: 'Wording' });

test('the focus goes where it was requested first, once that is shown, and stays', async () => {
  await renderScreen(<Rows />);
  await page.getByRole('button', { name: 'Open' }).click();
  await expect.element(wording).toHaveFocus();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect.element(wording).toHaveFocus();
});

test('a person who has gone elsewhere meanwhile stays there', async () => {
  await renderScreen(<Rows />);
  await page.getByRole('button', { name: 'Open' }).click();
  const elsewhere = page.getByRole('textbox', { name: 'Elsewhere' });
  await elsewhere.click();
  await expect.element(wording).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect.element(elsewhere).toHaveFocus();
});
