import { Editor } from '@tiptap/core';
import { expect, onTestFinished, test } from 'vitest';
import { schemaExtensions } from '../schema/article-schema.ts';
import { createPasteCleaner } from './paste-cleaner.ts';
import { pasteCleaning } from './paste-cleaning.ts';

const html = '<p style="color:red">The <b>rains</b><script>alert(1)</script> came.</p>';
const clean = '<p>The <strong>rains</strong> came.</p>';

/** An editor whose paste cleaner is not loaded yet. */
function freshEditor({ fails = false } = {}): Editor {
  const cleaner = createPasteCleaner();
  if (fails) cleaner.preload = async () => Promise.reject(new TypeError('Failed to fetch'));
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: [
      ...schemaExtensions,
      pasteCleaning({ openBlock: () => {}, tell: () => {} }, () => 'en', cleaner),
    ],
    injectCSS: false,
  });
  onTestFinished(() => editor.destroy());
  return editor;
}

function transfer(): DataTransfer {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', 'The rains came.');
  return data;
}

const paste = ({ view }: Editor) =>
  view.dom.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: transfer(), bubbles: true, cancelable: true }),
  );

test('a paste waits until its cleaner is loaded', async () => {
  const editor = freshEditor();
  paste(editor);
  expect(editor.getText()).toBe('');
  await expect.poll(() => editor.getHTML()).toBe(clean);
  paste(editor);
  expect(editor.getText()).toBe('The rains came.The rains came.');
});

test('a paste is plain text if its cleaner cannot be loaded', async () => {
  const editor = freshEditor({ fails: true });
  paste(editor);
  await expect.poll(() => editor.getHTML()).toBe('<p>The rains came.</p>');
});
