import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderScreen } from '../testing/screen.tsx';
import { useFocusAfterStep } from './use-focus-after-step.ts';

/** A step that is taken in a dialog, which is still there for a while after the state has changed. */
function Steps(props: { closesAfter: number }) {
  const [state, setState] = useState('draft');
  const [open, setOpen] = useState(true);
  useFocusAfterStep(state, () => document.getElementById('steps')?.focus());
  useEffect(() => {
    if (state === 'draft') return;
    const timer = setTimeout(() => setOpen(false), props.closesAfter);
    return () => clearTimeout(timer);
  }, [state, props.closesAfter]);
  return (
    <>
      <section id="steps" aria-label="Steps" tabIndex={-1} />
      <input aria-label="Headline" />
      {open ? (
        <div role="dialog" aria-label="Archive">
          <button type="button" onClick={() => setState('archived')}>
            Archive
          </button>
        </div>
      ) : null}
    </>
  );
}

const steps = page.getByRole('region', { name: 'Steps' });
const archive = page.getByRole('button', { name: 'Archive' });

test.each([0, 700])(
  'the focus goes to the steps where the dialog closes %i ms after the step',
  async (closesAfter) => {
    await renderScreen(<Steps closesAfter={closesAfter} />);
    await archive.click();
    await expect.element(steps).toHaveFocus();
  },
);

test('the focus is not taken from where the user has put it meanwhile', async () => {
  await renderScreen(<Steps closesAfter={700} />);
  await archive.click();
  const headline = page.getByLabelText('Headline');
  await headline.click();
  await expect.element(archive).not.toBeInTheDocument();
  await new Promise((done) => setTimeout(done, 300));
  await expect.element(headline).toHaveFocus();
});
