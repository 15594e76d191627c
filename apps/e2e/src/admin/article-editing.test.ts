import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../support/stack.ts';
import {
  type ArticleDesk,
  newArticle,
  openArticle,
  openArticleDesk,
  paste,
  saved,
  selectionTaken,
  stored,
  textOf,
  write,
} from './article-desk.ts';
import { chooseOption } from './choose-option.ts';
import { fullWordFile } from './full-word-file.ts';

let desk: ArticleDesk;
let context: BrowserContext;
let page: Page;
let id: string;

beforeAll(async () => {
  desk = await openArticleDesk();
});
afterAll(() => desk?.stop());
beforeEach(async () => {
  id = await newArticle(desk, 'The quiet strait');
  context = await desk.newContext();
  page = await context.newPage();
  await openArticle(desk, page, id);
});
afterEach(() => context.close());

const types = (document: { content: { type: string }[] }) =>
  document.content.map(({ type }) => type);
const sentence = 'The council will not negotiate with the port before the spring.';

describe('writing', () => {
  test('Markdown as it is typed becomes blocks, and all of it is saved by itself', async () => {
    await textOf(page).click();
    await page.keyboard.type('## Salt');
    await page.keyboard.press('Enter');
    await page.keyboard.type('It was **very** late.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- one');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('deeper');
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content).toEqual([
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Salt' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'It was ' },
          { type: 'text', text: 'very', marks: [{ type: 'strong' }] },
          { type: 'text', text: ' late.' },
        ],
      },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'one' }] },
              {
                type: 'bulletList',
                content: [
                  {
                    type: 'listItem',
                    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'deeper' }] }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('the slash menu puts a table in, and the keyboard goes through its cells', async () => {
    await textOf(page).click();
    await page.keyboard.type('/tab');
    await page.getByRole('option', { name: /Table/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Party');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Seats');
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(types(article.body)).toContain('table');
    expect(await textOf(page).getByRole('columnheader').allTextContents()).toEqual([
      'Party',
      'Seats',
      '',
    ]);
  });

  test('an address pasted alone on a line is offered as an embed, and put in its place', async () => {
    await textOf(page).click();
    await textOf(page).evaluate((element) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'https://youtu.be/aaaaaaaaaaa?t=9');
      const init = { clipboardData: data, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent('paste', init));
    });
    const dialog = page.getByRole('dialog', { name: 'Embed' });
    await dialog.getByText('a button that shows the video from YouTube (Google)').waitFor();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The ferry leaves');
    await page.keyboard.press('Enter');
    await textOf(page)
      .getByRole('button', { name: 'Change this embed: The ferry leaves' })
      .waitFor();
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content[0]).toEqual({
      type: 'embed',
      attrs: {
        ...{ kind: 'video', href: 'https://youtu.be/aaaaaaaaaaa?t=9', title: 'The ferry leaves' },
        ...{ mediaId: null, alt: '' },
      },
    });
    expect(types(article.body).filter((type) => type === 'embed')).toHaveLength(1);
    expect(JSON.stringify(article.body).match(/youtu\.be/g)).toHaveLength(1);
  });

  test('a divider is seen where readers will see one', async () => {
    await textOf(page).click();
    await page.keyboard.type('Before.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('---');
    const divider = textOf(page).locator('hr');
    await divider.waitFor();
    // Its sign is drawn within it: without a height of its own there is nothing to see.
    expect((await divider.boundingBox())?.height).toBeGreaterThan(15);
    expect(await divider.evaluate((rule) => getComputedStyle(rule).overflow)).toBe('visible');
  });

  test('a footnote is written in its place and read back from the server', async () => {
    await textOf(page).click();
    await page.keyboard.type('The envoy agreed');
    await page.keyboard.press('Control+Alt+f');
    await page.getByRole('textbox', { name: /Words of the footnote/ }).waitFor();
    await page.keyboard.type('Letter of May.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(', and left.');
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.body.content[0].content).toEqual([
      { type: 'text', text: 'The envoy agreed' },
      { type: 'footnote', content: [{ type: 'text', text: 'Letter of May.' }] },
      { type: 'text', text: ', and left.' },
    ]);
    await page.reload();
    await textOf(page).getByRole('button', { name: 'Footnote: Letter of May.' }).waitFor();
  });

  test('what Word copied arrives clean, with its notes where they are called', async () => {
    const fixture = join(ROOT, 'apps/admin/src/article/editor/paste/fixtures/word.html.txt');
    await textOf(page).click();
    await paste(page, readFileSync(fixture, 'utf8'));
    await page.getByText('A picture was left out').waitFor();
    await page.waitForTimeout(1200);
    await saved(page);
    const { article } = await stored(page, id);
    const json = JSON.stringify(article.body);
    expect(types(article.body)).toEqual(
      expect.arrayContaining(['heading', 'bulletList', 'orderedList', 'blockQuote', 'table']),
    );
    expect(json).toContain(
      '{"type":"footnote","content":[{"type":"text","text":"Minutes of the "}',
    );
    expect(json).not.toMatch(/Brenn|mso|Mso/);
  });
});

describe('a Word file', () => {
  test('dropped on an empty article comes in whole; of its changes one is accepted and one refused', async () => {
    await textOf(page).evaluate((element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'ports.docx'));
      element.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
      );
    }, fullWordFile().toString('base64'));

    const report = page.getByRole('dialog', { name: 'Import report' });
    const counts = report.getByRole('region', { name: 'File contents' });
    await counts.waitFor();
    const rows = await counts.getByRole('row').allTextContents();
    for (const row of ['Headings11', 'Lists11', 'Tables11', 'Pictures11', 'Links11', 'Footnotes11'])
      expect(rows).toContain(row);
    expect(rows).toContain('Comments22 in 1 thread');
    expect(rows).toContain('Tracked changes22 in this report, 2 as suggestions');
    await report.getByRole('button', { name: 'Close' }).first().click();

    const text = textOf(page);
    await text.getByRole('heading', { name: 'Costs' }).waitFor();
    expect(await text.getByRole('listitem').allTextContents()).toEqual(['Fish', 'Salt']);
    expect(await text.getByRole('columnheader').allTextContents()).toEqual(['Port', 'Toll']);
    expect(await text.getByRole('cell').allTextContents()).toEqual(['Osk', 'Four']);
    await text.getByRole('link', { name: 'tariff' }).waitFor();
    await text.getByRole('img', { name: 'A crane over the quay' }).waitFor();
    await text.getByRole('button', { name: 'Footnote: Minutes of the council, May.' }).waitFor();

    await page.getByRole('tab', { name: /^Comments/ }).click();
    const thread = page.getByRole('article', { name: 'Comment on words' });
    await thread.getByText('Who said so?').waitFor();
    expect(await thread.textContent()).toMatch(
      /pay a toll.*Ben Odell, in the Word file.*Ada Perrin, in the Word file.*The harbour master did\./,
    );

    await page.getByRole('tab', { name: /^Suggestions/ }).click();
    const card = (words: string) => page.getByRole('article', { name: words });
    await card('Insert may').getByText('Ada Perrin, in the Word file').waitFor();
    expect(await text.locator('del').allTextContents()).toEqual(['will']);
    await card('Insert may').getByRole('button', { name: 'Accept' }).click();
    await card('Insert may').waitFor({ state: 'detached' });
    await card('Delete will').getByRole('button', { name: 'Refuse' }).click();
    await page.getByText('No suggestions').waitFor();
    await text.getByText('They willmay pay a toll').waitFor();
    await saved(page);
    const { article } = await stored(page, id);
    expect(article.headline).toBe('The quiet strait');
    expect(article.standfirst).toBe('Who pays for the quay.');
    expect(JSON.stringify(article.body)).toContain('They willmay pay a toll');
  });
});

describe('findings', () => {
  test('the fields that most of them need come first, and one that is put aside is found again', async () => {
    await write(page, `It rained. ${sentence}`);
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await form.getByText(sentence).first().waitFor();
    // The sentence is marked in the text while the finding is written. (Its end is a separate
    // element: the figure is attached to the last letter.)
    await textOf(page)
      .locator('.finding-active', { hasText: sentence.slice(0, -1) })
      .waitFor();
    await form.getByText('They say that it is so.').waitFor();
    expect(await form.getByRole('combobox', { name: 'Voiced' }).isVisible()).toBe(false);
    await form.locator('summary').click();
    await form.getByRole('combobox', { name: 'Voiced' }).waitFor();

    await form.getByRole('button', { name: 'Add condition' }).click();
    await page.keyboard.type('the islands open their books');
    const condition = form.getByRole('textbox', { name: 'Condition 1' });
    expect(await condition.inputValue()).toBe('the islands open their books');

    await form.getByRole('button', { name: 'All findings' }).click();
    await page.getByText('A new finding was started but not proposed.').waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await condition.inputValue()).toBe('the islands open their books');
  });

  test('one is proposed from the sentence at the cursor, by keyboard alone', async () => {
    await write(page, `It rained. ${sentence} Nobody was surprised.`);
    for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Shift+f');
    const form = page.getByRole('form', { name: 'New finding' });
    await form.getByText(sentence).first().waitFor();
    await page.keyboard.type('The council refuses talks with the port.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('form', { name: 'Finding 1' }).waitFor();
    const { findings } = await stored(page, id);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      state: 'proposed',
      proposition: 'The council refuses talks with the port.',
      evidence: { quote: { exact: sentence } },
    });
    await page.locator('.finding-proposed').first().waitFor();
  });

  test('one whose quote is edited shows what changed, and only a person anchors it again', async () => {
    await write(page, sentence);
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('form', { name: 'New finding' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const form = page.getByRole('form', { name: 'Finding 1' });
    await form.waitFor();

    await textOf(page)
      .getByText('will not negotiate')
      .dblclick({ position: { x: 5, y: 5 } });
    await selectionTaken(page);
    await textOf(page).evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('not ') ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + 4);
      }
    });
    await selectionTaken(page);
    await page.keyboard.press('Delete');
    await form.getByText('The words it quotes were edited').waitFor();
    expect(await form.locator('del').first().textContent()).toContain('not');
    await page.waitForTimeout(1200);
    await saved(page);
    const before = await stored(page, id);
    expect(before.findings[0].evidence.quote.exact).toBe(sentence);

    await form.getByRole('button', { name: 'Use this quote' }).click();
    await page.getByText('The finding has its quote again.').waitFor();
    const after = await stored(page, id);
    expect(after.findings[0].evidence.quote.exact).toBe(sentence.replace('not ', ''));
  });
});

describe('publishing', () => {
  test('the bar is called by the next step, and leads to it', async () => {
    await page.getByRole('button', { name: 'To review…' }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Submit for review');
    expect(await page.getByRole('button', { name: 'To review…' }).count()).toBe(0);
  });

  test('a byline that is being chosen is not wrong before anybody can be named', async () => {
    await page.getByRole('tab', { name: 'Details' }).click();
    await chooseOption(page, 'Byline', /^Named authors/);
    const authors = page.getByRole('combobox', { name: 'Authors' });
    await authors.waitFor();
    await page.waitForTimeout(1500);
    await saved(page);
    expect(await page.getByText('Saved, all but').count()).toBe(0);
    expect(await authors.getAttribute('aria-invalid')).not.toBe('true');
  });

  test('every reason leads to the place to fix it', async () => {
    await page.getByRole('tab', { name: /Publish/ }).click();
    const reasons = page.getByRole('list', { name: 'Publishing problems' });
    await reasons.getByRole('button', { name: 'Go to the standfirst' }).click();
    // The focus goes there with the next frame.
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('placeholder') === 'Standfirst',
    );
    await page.keyboard.type('What was said, and what was not.');
    await page.waitForTimeout(1200);
    await saved(page);
    await reasons.getByText('Write a standfirst.').waitFor({ state: 'detached' });
    await reasons.getByRole('button', { name: 'Fix in Details' }).first().click();
    await page.waitForFunction(() =>
      ['topicIds', 'byline'].includes(
        document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? '',
      ),
    );
  });

  test('a step that needs a second person says so instead of doing it', async () => {
    await write(page, sentence);
    await page.getByRole('tab', { name: /Publish/ }).click();
    await page.getByRole('button', { name: 'Submit for review' }).click();
    const approve = page.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    const steps = page.getByRole('region', { name: 'Steps' });
    await steps.getByText('These are your own words. Nobody else here can approve them.').waitFor();
    await steps.getByRole('link', { name: 'Invite somebody' }).first().waitFor();
  });
});
