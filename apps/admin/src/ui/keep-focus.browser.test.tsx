import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pressKey, renderScreen } from '../testing/screen.tsx';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { KeepFocus } from './keep-focus.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Longer than a dialog waits before it takes the focus again. */
const twoFrames = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

async function expectFocusStays(name: string): Promise<void> {
  await expect.element(button(name)).toHaveFocus();
  await twoFrames();
  await expect.element(button(name)).toHaveFocus();
}

function Rows(props: { rows: string[]; onRemove: (row: string) => void }) {
  return (
    <KeepFocus>
      {props.rows.length === 0 ? (
        <p>None is left.</p>
      ) : (
        <ul>
          {props.rows.map((row) => (
            <li key={row}>
              <span>{row}</span>
              <Button>{`Rename ${row}`}</Button>
              <Button onClick={() => props.onRemove(row)}>{`Remove ${row}`}</Button>
            </li>
          ))}
        </ul>
      )}
    </KeepFocus>
  );
}

function RowsInDialog() {
  const [rows, setRows] = useState(['one', 'two', 'three']);
  return (
    <Dialog
      open
      onOpenChange={() => {}}
      title="Rows"
      footer={<Button>Done</Button>}
      dismissible={false}
    >
      <Rows rows={rows} onRemove={(row) => setRows(rows.filter((each) => each !== row))} />
    </Dialog>
  );
}

test('in a dialog the focus goes to the next row, the row before, then to what comes after', async () => {
  await renderScreen(<RowsInDialog />);
  await pressKey(button('Remove two'));
  await expectFocusStays('Remove three');
  await userEvent.keyboard('{Enter}');
  await expectFocusStays('Remove one');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('None is left.')).toBeVisible();
  await expectFocusStays('Done');
});

function RowsWithQuestion(props: { closesFirst: boolean }) {
  const [rows, setRows] = useState(['one', 'two']);
  const [chosen, setChosen] = useState<string | null>(null);
  const remove = () => setRows((before) => before.filter((each) => each !== chosen));
  return (
    <main>
      <section aria-label="Rows">
        <Button>Add</Button>
        <Rows rows={rows} onRemove={setChosen} />
      </section>
      <ConfirmDialog
        open={chosen !== null}
        onOpenChange={() => setChosen(null)}
        title="Remove it?"
        consequence="It is gone."
        action="Remove"
        onConfirm={async () => {
          if (props.closesFirst) setTimeout(remove, 300);
          else remove();
        }}
      />
    </main>
  );
}

test.each([false, true])(
  'after a question the focus is near the row that is gone, which closes first: %s',
  async (closesFirst) => {
    await renderScreen(<RowsWithQuestion closesFirst={closesFirst} />);
    await pressKey(button('Remove one'));
    await pressKey(button('Remove'));
    await expect.element(button('Remove one')).not.toBeInTheDocument();
    await expectFocusStays('Remove two');
    await userEvent.keyboard('{Enter}');
    await pressKey(button('Remove'));
    await expect.element(page.getByText('None is left.')).toBeVisible();
    await expectFocusStays('Add');
  },
);

function RowsBesideField() {
  const [rows, setRows] = useState(['one', 'two']);
  return (
    <main>
      <input aria-label="Search" />
      <Button onClick={() => setTimeout(() => setRows(['two']), 200)}>Later</Button>
      <Rows rows={rows} onRemove={() => {}} />
    </main>
  );
}

test('a row that is removed leaves the focus where the user has put it', async () => {
  await renderScreen(<RowsBesideField />);
  await pressKey(button('Later'));
  const search = page.getByLabelText('Search');
  await search.click();
  await expect.element(button('Remove one')).not.toBeInTheDocument();
  await twoFrames();
  await expect.element(search).toHaveFocus();
});
