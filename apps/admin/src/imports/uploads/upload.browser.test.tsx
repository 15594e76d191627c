import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { viewpoints } from '../../data/viewpoints.ts';
import { anyWord } from '../../testing/articles.ts';
import { currentAddress } from '../../testing/next-navigation.ts';
import { expectAccessible, openByKeyboard, openScreen, pressKey } from '../../testing/screen.tsx';
import { ImportScreen } from '../import-screen.tsx';
import { ImportsScreen } from '../imports-screen.tsx';
import { UploadScreen } from './upload-screen.tsx';

const dialog = page.getByRole('dialog', { name: 'Import' });
const choose = (...files: File[]) =>
  userEvent.upload(page.getByLabelText('Files to import'), files);
const wholePage = () => document.querySelector('.app-root') ?? document.body;

/** An export of a fictional site, with one tag on its first post. */
const ghostExport = (posts: readonly Record<string, string>[]) =>
  JSON.stringify({
    db: [
      {
        meta: { version: '5.87.0' },
        data: {
          posts: posts.map((post) => ({
            ...{ html: '<p>Text.</p>', type: 'post', status: 'published', visibility: 'public' },
            ...{ published_at: '2019-04-02 08:30:00', ...post },
          })),
          posts_tags: [{ post_id: '1', tag_id: 't1', sort_order: 0 }],
          tags: [{ id: 't1', name: 'Harbours', slug: 'harbours', visibility: 'public' }],
          settings: [{ key: 'title', value: 'The Quay Review' }],
        },
      },
    ],
  });

async function openDialog() {
  await openScreen('publisher', <ImportsScreen />, { path: '/import-runs' });
  const first = dialog.getByRole('combobox', { name: 'From' });
  await openByKeyboard(page.getByRole('button', { name: 'Import…' }), dialog, first);
}

async function chooseKind(name: string) {
  await pressKey(dialog.getByRole('combobox', { name: 'From' }));
  await page.getByRole('option', { name }).click();
}

/** Opens the page of the upload to which the dialog led. */
async function openUpload(): Promise<string> {
  await expect.poll(currentAddress, { timeout: 30_000 }).toMatch(/^\/import-runs\/uploads\//);
  const id = currentAddress().split('/').at(-1) ?? '';
  await openScreen('publisher', <UploadScreen id={id} />, { path: currentAddress() });
  return id;
}

test('an export is uploaded by keyboard, its report corrected, imported with its articles, and undone', async () => {
  const [word, tag] = [anyWord('ports'), anyWord('quays')];
  const posts = [
    { id: '1', slug: word, title: `The ${word}` },
    { id: '2', slug: anyWord('members'), title: 'For members', visibility: 'paid' },
  ];
  await openDialog();
  await expectAccessible(dialog.element());
  await chooseKind('Ghost');
  await choose(new File([ghostExport(posts)], 'past.json'));
  await expect.element(dialog.getByRole('list', { name: 'Chosen files' })).toBeVisible();
  await userEvent.fill(
    dialog.getByRole('textbox', { name: 'Old site' }),
    `https://${word}.example`,
  );
  await pressKey(dialog.getByRole('button', { name: 'Upload files' }));
  const id = await openUpload();
  await expect.element(page.getByText(/2 articles as drafts/), { timeout: 30_000 }).toBeVisible();
  await expect
    .element(page.getByText(/Its files are removed in 2 days at the latest/))
    .toBeVisible();
  await expect
    .element(page.getByText('It was for members only. It becomes a draft (1)'))
    .toBeVisible();
  await expectAccessible(wholePage());

  await pressKey(page.getByText(/^Topics \(/));
  await userEvent.fill(page.getByRole('textbox', { name: /^Harbours/ }), tag);
  await pressKey(page.getByRole('button', { name: 'Read again' }));
  await expect
    .poll(async () => (await viewpoints.editor.importUploads.byId.query({ id })).preview, {
      timeout: 30_000,
    })
    .toMatchObject({ topics: [{ name: tag, items: 1 }] });
  await pressKey(page.getByRole('button', { name: 'Import', exact: true }));
  await expect
    .element(page.getByRole('link', { name: 'Show articles' }), { timeout: 30_000 })
    .toBeVisible();
  await expect.element(page.getByText('Finished')).toBeVisible();

  const { upload } = await viewpoints.editor.importUploads.byId.query({ id });
  const runId = upload.runId ?? '';
  await openScreen('publisher', <ImportScreen id={runId} />, { path: `/import-runs/${runId}` });
  const asking = page.getByRole('dialog', { name: 'Undo this import?' });
  const cancel = asking.getByRole('button', { name: 'Cancel' });
  await openByKeyboard(page.getByRole('button', { name: 'Undo import…' }), asking, cancel);
  await expectAccessible(asking.element());
  await pressKey(asking.getByRole('button', { name: 'Undo import' }));
  await expect.element(page.getByText('It was undone.'), { timeout: 30_000 }).toBeVisible();
});

test('a file that cannot be read says why, and is cancelled', async () => {
  await openDialog();
  await choose(new File(['<rss><channel>'], 'past.xml'));
  await pressKey(dialog.getByRole('button', { name: 'Upload files' }));
  await openUpload();
  await expect
    .element(page.getByRole('alert'), { timeout: 30_000 })
    .toMatchTextContent(/It could not be read\..*(?:not a WordPress export|ends before its end)/);
  await expectAccessible(wholePage());
  const asking = page.getByRole('dialog', { name: 'Cancel this import?' });
  const back = asking.getByRole('button', { name: 'Cancel', exact: true });
  await openByKeyboard(page.getByRole('button', { name: 'Cancel import…' }), asking, back);
  await pressKey(asking.getByRole('button', { name: 'Cancel import' }));
  await expect.element(page.getByText('It was cancelled.')).toBeVisible();
});

test('files that are none of a kind are not sent, and one that is wrong is named by its field', async () => {
  await openDialog();
  await choose(new File(['{}'], 'past.json'));
  await expect
    .element(dialog.getByText('These are not the files of such an import.'))
    .toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Upload files' })).toBeDisabled();
  await pressKey(dialog.getByRole('button', { name: 'Remove past.json' }));
  await chooseKind('Ghost');
  await choose(new File(['{}'], 'past.json'));
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Old site' }), 'https://a.example');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Address pattern' }), 'slug');
  await pressKey(dialog.getByRole('button', { name: 'Upload files' }));
  await expect.element(dialog.getByText(/begin with \//i)).toBeVisible();
  await expectAccessible(dialog.element());
});
