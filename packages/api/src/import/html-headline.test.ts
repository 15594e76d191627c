import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

const text =
  '<p>The ferry to Osk was late on every day of the week, and nobody at the quay was told why.</p><p>Its master had asked the council for a second boat, and was still without an answer.</p>';
const page = (head: string, body: string) =>
  recognisePage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}`, 'html');
const og = (title: string) => `<meta property="og:title" content="${title}">`;

describe('the headline', () => {
  test.each([
    [
      'the site’s name is a heading too',
      '<title>A second boat for Osk - The Quay Review</title>',
      `<header><h1>The Quay Review</h1></header><article><h1>A second boat for Osk</h1>${text}</article>`,
    ],
    [
      'the site’s name is a heading outside any header, and comes first in the title',
      '<title>The Quay Review | A second boat for Osk</title>',
      `<div><h1>The Quay Review</h1></div><div><h2>A second boat for Osk</h2>${text}</div>`,
    ],
    [
      'the title stands in a hidden ribbon as well',
      og('A second boat for Osk'),
      `<div style="display:none"><h2>A second boat for Osk</h2></div><p>Una Merridew</p><h1>A second boat for Osk</h1>${text}`,
    ],
    [
      'it is no heading, and a kicker stands over it',
      og('A second boat for Osk'),
      `<div><p>Una Merridew</p><p>A second boat for Osk</p>${text}</div>`,
    ],
    [
      'only the structured data have it',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A second boat for Osk"}</script>',
      `<h1>Quays</h1><h2>A second boat for Osk</h2>${text}`,
    ],
    [
      'the site’s name follows it in og:title',
      `${og('A second boat for Osk | The Quay Review')}<meta property="og:site_name" content="The Quay Review">`,
      `<h1>A second boat for Osk</h1>${text}`,
    ],
    [
      'its heading stands in what is marked as the masthead',
      og('A second boat for Osk'),
      `<header><h1>A second boat for Osk</h1></header><main>${text}<h1>While you are here</h1><p>Would you like to read more about boats and ferries and quays?</p></main>`,
    ],
  ])('is what the head says, where %s', (_, head, body) => {
    const found = page(head, body);
    expect(found.headlineGuess).toBe('A second boat for Osk');
    expect(documentText(pageDocument(found)).text).not.toContain('A second boat for Osk');
  });

  test('said in other words by the head, it is the heading’s words', () => {
    const found = page(
      og('A second boat for Osk, council says'),
      `<h1>A second boat for Osk, the council says at last</h1>${text}`,
    );
    expect(found.headlineGuess).toBe('A second boat for Osk, the council says at last');
  });

  test('no line takes its place where the head has it and the page has not', () => {
    const found = page(og('A second boat for Osk'), `<p>Quays and their keepers</p>${text}`);
    expect(found.headlineGuess).toBe('A second boat for Osk');
    expect(documentText(pageDocument(found)).text).toContain('Quays and their keepers');
  });
});
